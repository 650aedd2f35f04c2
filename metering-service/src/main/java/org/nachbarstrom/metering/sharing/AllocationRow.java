package org.nachbarstrom.metering.sharing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * One member in one quarter-hour. A consumer has consumption, share, allocated and residual energy,
 * a producer generation, shared and surplus energy. What does not apply or is not known is absent:
 * if any member's value is missing, the quarter-hour is not allocated and only metered energies are
 * told.
 *
 * @param start start of the quarter-hour
 * @param accountingPoint who
 * @param direction consumer or producer
 * @param metered consumption or generation, as far as it takes part in the community
 * @param share part of the generation before the cap; consumers only
 * @param shared allocated to the consumer, or used by consumers of the producer
 * @param rest residual or surplus
 */
public record AllocationRow(
    Instant start,
    AccountingPointId accountingPoint,
    EnergyDirection direction,
    @Nullable Long metered,
    @Nullable Long share,
    @Nullable Long shared,
    @Nullable Long rest) {
  /** Allocates the day: its rows in the order of quarter-hours and accounting points. */
  public static List<AllocationRow> of(CommunityDay day) {
    Optional<DayAllocation> allocation =
        day.roster().key().isPresent() ? Optional.of(day.allocate()) : Optional.empty();
    List<AllocationRow> rows = new ArrayList<>();
    for (int interval = 0; interval < day.intervals(); interval++) {
      List<AllocationRow> now = new ArrayList<>();
      Optional<DayAllocation> valid = day.allocatable(interval) ? allocation : Optional.empty();
      for (int i = 0; i < day.consumption().size(); i++) {
        now.add(consumer(day, valid, i, interval));
      }
      for (int p = 0; p < day.generation().size(); p++) {
        now.add(producer(day, valid, p, interval));
      }
      now.sort(Comparator.comparing(AllocationRow::accountingPoint));
      rows.addAll(now);
    }
    return rows;
  }

  private static AllocationRow consumer(
      CommunityDay day, Optional<DayAllocation> allocation, int consumer, int interval) {
    LoadProfile profile = day.consumption().get(consumer);
    Member member = day.roster().consumers().get(consumer);
    long energy = member.participating(profile.energy(interval));
    return new AllocationRow(
        profile.start(interval),
        member.accountingPoint(),
        EnergyDirection.CONSUMPTION,
        profile.usable(interval) ? energy : null,
        allocation.map(result -> result.share(consumer, interval)).orElse(null),
        allocation.map(result -> result.allocated(consumer, interval)).orElse(null),
        allocation.map(result -> energy - result.allocated(consumer, interval)).orElse(null));
  }

  private static AllocationRow producer(
      CommunityDay day, Optional<DayAllocation> allocation, int producer, int interval) {
    LoadProfile profile = day.generation().get(producer);
    Member member = day.roster().producers().get(producer);
    long energy = member.participating(profile.energy(interval));
    return new AllocationRow(
        profile.start(interval),
        member.accountingPoint(),
        EnergyDirection.GENERATION,
        profile.usable(interval) ? energy : null,
        null,
        allocation.map(result -> result.shared(producer, interval)).orElse(null),
        allocation.map(result -> energy - result.shared(producer, interval)).orElse(null));
  }
}
