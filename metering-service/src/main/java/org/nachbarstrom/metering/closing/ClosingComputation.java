package org.nachbarstrom.metering.closing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      accumulator.add(
          day, consumers.get(i), day.consumption().get(i), allocation.allocatedTotal(i));
      for (int p = 0; p < producers.size(); p++) {
        accumulator.addSupplier(
            producers.get(p).accountingPoint(), day, allocation.exchanged(i, p));
      }
    }
    for (int p = 0; p < producers.size(); p++) {
      accumulator(producers.get(p))
          .add(day, producers.get(p), day.generation().get(p), allocation.sharedTotal(p));
    }
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
    hash(day.roster().consumers(), day.consumption());
    hash(day.roster().producers(), day.generation());
  }

  private void hash(List<Member> roster, List<LoadProfile> profiles) {
    for (int i = 0; i < roster.size(); i++) {
      Member member = roster.get(i);
      LoadProfile profile = profiles.get(i);
      text(member.series() + " " + member.terms());
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

    private void add(CommunityDay day, Member now, LoadProfile profile, long shared) {
      long metered = 0;
      for (int i = 0; i < profile.size(); i++) {
        metered = Math.addExact(metered, now.participating(profile.energy(i)));
      }
      provisional |= profile.anyProvisional();
      days.add(new MemberEnergy.Day(day.roster().day(), metered, shared));
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
