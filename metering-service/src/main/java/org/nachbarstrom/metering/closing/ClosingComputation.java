package org.nachbarstrom.metering.closing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.metering.sharing.CompletenessTally;
import org.nachbarstrom.metering.sharing.DayAllocation;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.metering.sharing.SharingKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;

/**
 * Computes a closing day by day. Once something is missing it only goes on counting what is
 * missing.
 */
final class ClosingComputation {
  private final CompletenessTally tally = new CompletenessTally();
  private final List<Interval> withoutKey = new ArrayList<>();
  private final Map<AccountingPointId, Accumulator> members = new TreeMap<>();
  private final MessageDigest inputs = sha256();
  private final BiPredicate<AccountingPointId, LocalDate> leading;

  /**
   * A computation.
   *
   * @param leading whether what is due once for a point on a day is counted in this community
   */
  ClosingComputation(BiPredicate<AccountingPointId, LocalDate> leading) {
    this.leading = leading;
  }

  /** A computation for a community whose members are in no other one. */
  ClosingComputation() {
    this((point, day) -> true);
  }

  /** Adds days; they come in order. */
  ClosingComputation add(List<CommunityDay> days) {
    days.forEach(this::add);
    return this;
  }

  private void add(CommunityDay day) {
    tally.add(day);
    boolean empty = day.roster().everybody().findAny().isEmpty();
    if (day.roster().key().isEmpty() && !empty) {
      addWithoutKey(day.roster().interval());
    }
    if (!empty && withoutKey.isEmpty() && tally.complete()) {
      hash(day);
      accumulate(day, day.exchange());
    }
  }

  private void addWithoutKey(Interval day) {
    if (!withoutKey.isEmpty() && withoutKey.getLast().end().equals(day.start())) {
      withoutKey.add(new Interval(withoutKey.removeLast().start(), day.end()));
    } else {
      withoutKey.add(day);
    }
  }

  /** What is missing apart from accounting points. */
  List<WaitingReason> waitingFor() {
    List<WaitingReason> reasons = new ArrayList<>();
    if (tally.members().isEmpty()) {
      reasons.add(new WaitingReason(WaitingReason.Code.NO_MEMBER, null, null, 0));
    }
    withoutKey.forEach(
        days -> reasons.add(new WaitingReason(WaitingReason.Code.NO_KEY, null, days, 0)));
    tally
        .members()
        .forEach(member ->
            member
                .gaps()
                .forEach(gap ->
                    reasons.add(
                        new WaitingReason(
                            WaitingReason.Code.SERIES_GAP,
                            member.accountingPoint(),
                            gap.interval(),
                            gap.missing()))));
    return reasons;
  }

  /** Members in the order of accounting points; only meaningful if nothing is missing. */
  List<MemberEnergy> members() {
    return members.entrySet().stream()
        .map(entry -> entry.getValue().energy(entry.getKey()))
        .toList();
  }

  /** Hash of everything added so far; ends the computation. */
  String inputsSha256() {
    return HexFormat.of().formatHex(inputs.digest());
  }

  private void accumulate(CommunityDay day, DayAllocation allocation) {
    List<Member> consumers = day.roster().consumers();
    List<Member> producers = day.roster().producers();
    for (int i = 0; i < consumers.size(); i++) {
      Accumulator accumulator = accumulator(consumers.get(i));
      LoadProfile profile = day.consumption().get(i);
      accumulator.add(
          energy(day, consumers.get(i), profile, allocation.allocatedTotal(i)),
          profile.anyProvisional());
      for (int p = 0; p < producers.size(); p++) {
        accumulator.addSupplier(
            producers.get(p).accountingPoint(), day, allocation.exchanged(i, p));
      }
    }
    for (int p = 0; p < producers.size(); p++) {
      LoadProfile profile = day.generation().get(p);
      accumulator(producers.get(p))
          .add(
              energy(day, producers.get(p), profile, allocation.sharedTotal(p)),
              profile.anyProvisional());
    }
  }

  private MemberEnergy.Day energy(
      CommunityDay day, Member member, LoadProfile profile, long shared) {
    long metered = 0;
    for (int i = 0; i < profile.size(); i++) {
      metered = Math.addExact(metered, member.participating(profile.energy(i)));
    }
    LocalDate date = day.roster().day();
    return new MemberEnergy.Day(
        date,
        metered,
        shared,
        member.participationPercent(),
        leading.test(member.accountingPoint(), date));
  }

  private Accumulator accumulator(Member member) {
    return members.computeIfAbsent(member.accountingPoint(), point -> new Accumulator(member));
  }

  /** Everything that can change the result, in a fixed order. */
  private void hash(CommunityDay day) {
    text(
        day.roster().interval()
            + " "
            + day.roster().day()
            + " "
            + day.roster().key().map(SharingKey::text));
    hash(day.roster().day(), day.roster().consumers(), day.consumption());
    hash(day.roster().day(), day.roster().producers(), day.generation());
  }

  private void hash(LocalDate day, List<Member> roster, List<LoadProfile> profiles) {
    for (int i = 0; i < roster.size(); i++) {
      Member member = roster.get(i);
      LoadProfile profile = profiles.get(i);
      String following = leading.test(member.accountingPoint(), day) ? "" : " following";
      text(member.series() + " " + member.terms() + following);
      ByteBuffer values = ByteBuffer.allocate(profile.size() * (Long.BYTES + Integer.BYTES));
      for (int interval = 0; interval < profile.size(); interval++) {
        values.putLong(profile.energy(interval));
        values.putInt(profile.quality(interval).name().hashCode());
      }
      inputs.update(values.flip());
    }
  }

  private void text(String line) {
    inputs.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class Accumulator {
    private final Member member;
    private final List<MemberEnergy.Day> days = new ArrayList<>();
    private final Map<AccountingPointId, List<MemberEnergy.Quantity>> suppliers = new HashMap<>();
    private boolean provisional;

    private Accumulator(Member member) {
      this.member = member;
    }

    private void add(MemberEnergy.Day day, boolean provisionally) {
      provisional |= provisionally;
      days.add(day);
    }

    private void addSupplier(AccountingPointId producer, CommunityDay day, long quantity) {
      if (quantity > 0) {
        suppliers
            .computeIfAbsent(producer, point -> new ArrayList<>())
            .add(new MemberEnergy.Quantity(day.roster().day(), quantity));
      }
    }

    private MemberEnergy energy(AccountingPointId point) {
      return new MemberEnergy(
          point, member.direction(), provisional, days, new TreeMap<>(suppliers));
    }
  }
}
