package org.nachbarstrom.metering.closing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.metered.Borrowed;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;

/** Days of a member while a closing is computed, in little memory. */
final class MemberDays {
  private static final int HASH_BYTES = 32;

  private final InputsHash.OfValues valueHashes;
  private final Member first;
  private final List<MemberEnergy.Day> days = new ArrayList<>();
  private final List<String> terms = new ArrayList<>();
  private final List<@Nullable Borrowed> borrowed = new ArrayList<>();
  private final ByteArrayOutputStream hashes = new ByteArrayOutputStream(HASH_BYTES);
  private final Producers producers;
  private final List<@Nullable Supplied> suppliers = new ArrayList<>();
  private Member latest;
  private String latestTerms;
  private boolean provisional;

  /**
   * No days yet.
   *
   * @param valueHashes may serve many members, one after the other
   * @param producers of all members
   */
  MemberDays(Member member, InputsHash.OfValues valueHashes, Producers producers) {
    this.valueHashes = valueHashes;
    this.producers = producers;
    first = member;
    latest = member;
    latestTerms = member.terms();
  }

  void add(Member member, MemberEnergy.Day day, Used used) {
    if (!member.equals(latest)) {
      latest = member;
      latestTerms = member.terms();
    }
    days.add(day);
    terms.add(latestTerms);
    borrowed.add(used.borrowed());
    hashes.writeBytes(valueHashes.of(used.profile()));
    provisional |= used.profile().anyProvisional();
  }

  /** Notes what a producer, by its number, supplied on the latest day. */
  void addSupplier(int producer, long quantity) {
    if (quantity > 0) {
      while (suppliers.size() <= producer) {
        suppliers.add(null);
      }
      Supplied supplied = suppliers.get(producer);
      if (supplied == null) {
        supplied = new Supplied();
        suppliers.set(producer, supplied);
      }
      supplied.add(days.size() - 1, quantity);
    }
  }

  private Map<AccountingPointId, Supplied> suppliers() {
    Map<AccountingPointId, Supplied> named = new TreeMap<>();
    for (int i = 0; i < suppliers.size(); i++) {
      Supplied supplied = suppliers.get(i);
      if (supplied != null) {
        named.put(producers.point(i), supplied);
      }
    }
    return named;
  }

  boolean provisional() {
    return provisional;
  }

  ClosingVersion.MemberTotal total() {
    long metered = 0;
    long shared = 0;
    for (MemberEnergy.Day day : days) {
      metered = Math.addExact(metered, day.metered());
      shared = Math.addExact(shared, day.shared());
    }
    return new ClosingVersion.MemberTotal(
        first.accountingPoint(), first.direction(), metered, shared);
  }

  /** Who supplied the member with how much over all days, in the order of producers. */
  Stream<ClosingVersion.Exchange> exchanges() {
    return suppliers().entrySet().stream()
        .map(supplier ->
            new ClosingVersion.Exchange(
                first.accountingPoint(), supplier.getKey(), supplier.getValue().total()));
  }

  MemberEnergy energy() {
    Map<AccountingPointId, List<MemberEnergy.Quantity>> supplied = new TreeMap<>();
    suppliers().forEach((producer, quantities) -> supplied.put(producer, quantities.on(days)));
    return new MemberEnergy(
        first.accountingPoint(), first.direction(), provisional, List.copyOf(days), supplied);
  }

  MemberInputs inputs() {
    byte[] all = hashes.toByteArray();
    List<MemberInputs.Day> used = new ArrayList<>(days.size());
    for (int i = 0; i < days.size(); i++) {
      MemberEnergy.Day day = days.get(i);
      used.add(
          new MemberInputs.Day(
              day.day(),
              terms.get(i),
              day.leading(),
              borrowed.get(i),
              day.metered(),
              HexFormat.of().formatHex(all, i * HASH_BYTES, (i + 1) * HASH_BYTES)));
    }
    return new MemberInputs(first.accountingPoint(), first.direction(), used);
  }

  /**
   * Values of a day.
   *
   * @param profile all of them
   * @param borrowed which came from a metering point; absent if none did
   */
  record Used(LoadProfile profile, @Nullable Borrowed borrowed) {}

  /** Numbers of producers, from 0 in the order in which they are met. */
  static final class Producers {
    private final Map<AccountingPointId, Integer> numbers = new HashMap<>();
    private final List<AccountingPointId> points = new ArrayList<>();

    int number(AccountingPointId point) {
      return numbers.computeIfAbsent(
          point,
          unknown -> {
            points.add(unknown);
            return points.size() - 1;
          });
    }

    AccountingPointId point(int number) {
      return points.get(number);
    }
  }

  /** What a producer supplied on each day, 0 where it did not. */
  private static final class Supplied {
    private static final int WEEK = 7;

    private long[] quantities = new long[WEEK];

    void add(int index, long quantity) {
      if (index >= quantities.length) {
        quantities = Arrays.copyOf(quantities, Math.max(index + 1, 2 * quantities.length));
      }
      quantities[index] = quantity;
    }

    long total() {
      long total = 0;
      for (long quantity : quantities) {
        total = Math.addExact(total, quantity);
      }
      return total;
    }

    List<MemberEnergy.Quantity> on(List<MemberEnergy.Day> days) {
      return IntStream.range(0, quantities.length)
          .filter(index -> quantities[index] > 0)
          .mapToObj(index -> new MemberEnergy.Quantity(days.get(index).day(), quantities[index]))
          .toList();
    }
  }
}
