package org.nachbarstrom.metering.closing;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
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
  private final Map<AccountingPointId, MemberDays> members = new TreeMap<>();
  private final List<KeyDay> keyDays = new ArrayList<>();
  private final MemberDays.Producers producers = new MemberDays.Producers();
  private final InputsHash.OfValues valueHashes = new InputsHash.OfValues();
  private final BiPredicate<AccountingPointId, LocalDate> leading;
  private final Optional<StreamedInputs> streamed;

  /**
   * A computation.
   *
   * @param leading whether what is due once for a point on a day is counted in this community
   * @param form whether the hash of versions before inputs were listed is needed, too
   */
  ClosingComputation(BiPredicate<AccountingPointId, LocalDate> leading, InputsForm form) {
    this.leading = leading;
    streamed =
        form == InputsForm.STREAMED ? Optional.of(new StreamedInputs(leading)) : Optional.empty();
  }

  /** A computation for a community whose members are in no other one. */
  ClosingComputation() {
    this((point, day) -> true, InputsForm.LISTED);
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
      streamed.ifPresent(inputs -> inputs.add(day));
      keyDays.add(
          KeyDay.of(
              day.roster().day(),
              day.roster().interval(),
              day.roster().key().map(SharingKey::text).orElseThrow()));
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
    return new MadeWhenAsked<>(List.copyOf(members.values()), MemberDays::energy);
  }

  /** Whether any value was provisional. */
  boolean provisional() {
    return members.values().stream().anyMatch(MemberDays::provisional);
  }

  /** Totals of the members in the order of accounting points. */
  List<ClosingVersion.MemberTotal> totals() {
    return members.values().stream().map(MemberDays::total).toList();
  }

  /** Who supplied whom, in the order of consumers and producers. */
  List<ClosingVersion.Exchange> exchanges() {
    return members.values().stream().flatMap(MemberDays::exchanges).toList();
  }

  /** What was used of each member, in the order of accounting points. */
  List<MemberInputs> inputs() {
    return new MadeWhenAsked<>(List.copyOf(members.values()), MemberDays::inputs);
  }

  /** What was used of the member; empty if it is none. */
  Optional<MemberInputs> inputs(AccountingPointId point) {
    return Optional.ofNullable(members.get(point)).map(MemberDays::inputs);
  }

  /** Days on which there was somebody, and their keys. */
  List<KeyDay> keyDays() {
    return List.copyOf(keyDays);
  }

  /** Hash of everything added so far that can change the result. */
  String inputsSha256() {
    InputsHash hash = new InputsHash(keyDays);
    inputs().forEach(hash::add);
    return hash.hex();
  }

  /** The same in the form of versions before inputs were listed, if asked for; ends that hash. */
  Optional<String> streamedSha256() {
    return streamed.map(StreamedInputs::hex);
  }

  private void accumulate(CommunityDay day, DayAllocation allocation) {
    List<Member> consumers = day.roster().consumers();
    List<Member> generators = day.roster().producers();
    int[] numbers =
        generators.stream()
            .mapToInt(producer -> producers.number(producer.accountingPoint()))
            .toArray();
    for (int i = 0; i < consumers.size(); i++) {
      MemberDays days =
          add(day, consumers.get(i), day.consumption().get(i), allocation.allocatedTotal(i));
      for (int p = 0; p < numbers.length; p++) {
        days.addSupplier(numbers[p], allocation.exchanged(i, p));
      }
    }
    for (int p = 0; p < numbers.length; p++) {
      add(day, generators.get(p), day.generation().get(p), allocation.sharedTotal(p));
    }
  }

  private MemberDays add(CommunityDay day, Member member, LoadProfile profile, long shared) {
    long metered = 0;
    for (int i = 0; i < profile.size(); i++) {
      metered = Math.addExact(metered, member.participating(profile.energy(i)));
    }
    LocalDate date = day.roster().day();
    MemberDays days =
        members.computeIfAbsent(
            member.accountingPoint(), point -> new MemberDays(member, valueHashes, producers));
    days.add(
        member,
        new MemberEnergy.Day(
            date,
            metered,
            shared,
            member.participationPercent(),
            leading.test(member.accountingPoint(), date)),
        new MemberDays.Used(profile, day.borrowed().get(member.series())));
    return days;
  }

  /** Elements made anew whenever they are asked for, so that they need no memory all at once. */
  private static final class MadeWhenAsked<T> extends AbstractList<T> implements RandomAccess {
    private final List<MemberDays> members;
    private final Function<MemberDays, T> making;

    MadeWhenAsked(List<MemberDays> members, Function<MemberDays, T> making) {
      this.members = members;
      this.making = making;
    }

    @Override
    public T get(int index) {
      return making.apply(members.get(index));
    }

    @Override
    public int size() {
      return members.size();
    }
  }
}
