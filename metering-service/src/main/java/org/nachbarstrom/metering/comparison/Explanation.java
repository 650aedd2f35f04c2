package org.nachbarstrom.metering.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.sharing.AllocationKernel;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.metering.sharing.DayAllocation;
import org.nachbarstrom.metering.sharing.KeyMethod;
import org.nachbarstrom.metering.sharing.KeyTerms;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * Finds out why an operator's quarter-hour differs: by what is plainly not the same, then by trying
 * which other assumption reproduces all of his numbers to the unit.
 */
final class Explanation {
  private static final List<KeyMethod> METHODS =
      List.of(
          KeyMethod.PROPORTIONAL,
          KeyMethod.EQUAL,
          KeyMethod.STATIC,
          KeyMethod.STATIC_OF_USABLE,
          KeyMethod.REDISTRIBUTING);

  private final CommunityDay day;
  private final List<Member> consumers;
  private final List<Member> producers;
  private final long[][] consumption;
  private final long[][] generation;

  Explanation(CommunityDay day) {
    this.day = day;
    consumers = day.roster().consumers();
    producers = day.roster().producers();
    consumption = day.consumed();
    generation = day.generated();
  }

  /** A cause and whom it names. */
  record Found(Cause cause, @Nullable String concerned) {}

  Found of(int interval, Map<AccountingPointId, OperatorCell> his) {
    return membership(his)
        .or(() -> notAllocated(interval))
        .or(() -> metered(interval, his))
        .or(() -> assumed(interval, his))
        .orElse(new Found(Cause.UNEXPLAINED, null));
  }

  private Optional<Found> membership(Map<AccountingPointId, OperatorCell> his) {
    Set<AccountingPointId> onlyOne = new TreeSet<>(his.keySet());
    for (Member member : consumers) {
      if (!onlyOne.remove(member.accountingPoint())) {
        onlyOne.add(member.accountingPoint());
      }
    }
    return onlyOne.stream()
        .findFirst()
        .map(point -> new Found(Cause.MEMBERSHIP_DATE, point.value()));
  }

  private Optional<Found> notAllocated(int interval) {
    return day.allocatable(interval)
        ? Optional.empty()
        : Optional.of(new Found(Cause.NOT_ALLOCATED, null));
  }

  private Optional<Found> metered(int interval, Map<AccountingPointId, OperatorCell> his) {
    for (int i = 0; i < consumers.size(); i++) {
      @Nullable OperatorCell cell = his.get(consumers.get(i).accountingPoint());
      @Nullable Long metered = cell == null ? null : cell.consumption();
      if (metered != null && metered != consumption[i][interval]) {
        return Optional.of(
            new Found(Cause.METERED_VALUE, consumers.get(i).accountingPoint().value()));
      }
    }
    return Optional.empty();
  }

  private Optional<Found> assumed(int interval, Map<AccountingPointId, OperatorCell> his) {
    long[] wanted =
        consumers.stream()
            .map(member -> his.get(member.accountingPoint()))
            .mapToLong(cell -> cell == null ? 0 : cell.allocated())
            .toArray();
    long[] consumed = at(consumption, interval);
    long[] generated = at(generation, interval);
    long all = LongStream.of(generated).sum();
    KeyTerms terms = day.roster().terms();
    for (int p = 0; p < generated.length; p++) {
      if (generated[p] > 0 && reproduces(terms, consumed, all - generated[p], wanted)) {
        String producer = producers.get(p).accountingPoint().value();
        return Optional.of(new Found(Cause.MISSING_PRODUCER, producer));
      }
    }
    if (reproduces(terms, consumed, LongStream.of(wanted).sum(), wanted)) {
      return Optional.of(new Found(Cause.OTHER_GENERATION, null));
    }
    long[] shares = consumers.stream().mapToLong(Member::shareMillionths).toArray();
    // Shares that the community's own key does not use may be anything.
    boolean divisible = LongStream.of(shares).sum() <= AllocationKernel.WHOLE;
    return METHODS.stream()
        .filter(method -> divisible || !method.fixedShares())
        .filter(method -> reproduces(KeyTerms.of(method, shares), consumed, all, wanted))
        .findFirst()
        .map(method -> new Found(Cause.OTHER_KEY, method.name()));
  }

  private static long[] at(long[][] profiles, int interval) {
    return IntStream.range(0, profiles.length).mapToLong(i -> profiles[i][interval]).toArray();
  }

  /** Whether a generation allocated by the key gives his numbers, to one unit per cell. */
  private static boolean reproduces(
      KeyTerms terms, long[] consumed, long generated, long[] wanted) {
    long[][] columns =
        LongStream.of(consumed).mapToObj(value -> new long[] {value}).toArray(long[][]::new);
    DayAllocation result = AllocationKernel.allocate(terms, columns, new long[][] {{generated}}, 1);
    for (int i = 0; i < wanted.length; i++) {
      if (Math.abs(result.allocated(i, 0) - wanted[i]) > 1) {
        return false;
      }
    }
    return true;
  }
}
