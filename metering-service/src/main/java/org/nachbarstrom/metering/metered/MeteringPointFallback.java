package org.nachbarstrom.metering.metered;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MeteringPointId;

/**
 * Takes values of metering points where accounting points have no usable one of their own.
 *
 * @param histories how accounting points were metered, as known at the instant of the query, by the
 *     series of their own direction: in the other one the metering point meters somebody else
 */
record MeteringPointFallback(Map<SeriesKey, MeteringHistory> histories) {
  private static final int LAST_SLOT = QuarterHours.PER_UTC_DAY - 1;

  /** The query with the series of all metering points in it. */
  SnapshotQuery widened(SnapshotQuery query) {
    Set<SeriesKey> keys = new HashSet<>(query.keys());
    for (SeriesKey key : query.keys()) {
      meteringPointsOf(key).map(point -> series(point, key.direction())).forEach(keys::add);
    }
    return new SnapshotQuery(keys, query.interval(), query.asKnownAt());
  }

  private Stream<MeteringPointId> meteringPointsOf(SeriesKey key) {
    return history(key).newestFirst().stream()
        .map(PointMetering::meteringPoint)
        .filter(Objects::nonNull);
  }

  private MeteringHistory history(SeriesKey key) {
    return histories.getOrDefault(key, MeteringHistory.NONE);
  }

  /**
   * The values that were asked for.
   *
   * @param known answer to the widened query
   */
  MeteredSnapshot merge(SnapshotQuery query, SeriesSnapshot known) {
    List<LocalDate> days = QuarterHours.utcDays(query.interval());
    Map<SeriesKey, Map<LocalDate, DayBlock>> values = new HashMap<>();
    Map<SeriesKey, Map<LocalDate, List<Optional<MeteringPointId>>>> lenders = new HashMap<>();
    for (SeriesKey key : query.keys()) {
      Map<LocalDate, DayBlock> own = known.blocks().getOrDefault(key, Map.of());
      values.put(key, own);
      if (meteringPointsOf(key).findAny().isPresent()) {
        Map<LocalDate, DayBlock> merged = new HashMap<>(own);
        for (LocalDate day : days) {
          DayBlock block = own.get(day);
          MeteredDay taken = new MeteredDay(block == null ? DayBlock.empty(day) : block);
          offer(taken, key, day, known);
          if (taken.changed()) {
            merged.put(day, taken.block());
            lenders.computeIfAbsent(key, any -> new HashMap<>()).put(day, taken.lenders());
          }
        }
        values.put(key, merged);
      }
    }
    return new MeteredSnapshot(new SeriesSnapshot(values), lenders);
  }

  private void offer(MeteredDay taken, SeriesKey key, LocalDate day, SeriesSnapshot known) {
    MeteringHistory history = history(key);
    Optional<MeteringPointId> first = at(history, day, 0);
    boolean same = first.equals(at(history, day, LAST_SLOT));
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      Optional<MeteringPointId> lender = same ? first : at(history, day, slot);
      if (lender.isPresent()) {
        @Nullable DayBlock block =
            known.blocks().getOrDefault(series(lender.get(), key.direction()), Map.of()).get(day);
        if (block != null) {
          taken.offer(slot, lender.get(), block);
        }
      }
    }
  }

  /** A UTC day touches two local days at most, so that what holds at both ends holds throughout. */
  private static Optional<MeteringPointId> at(MeteringHistory history, LocalDate day, int slot) {
    return history
        .at(QuarterHours.startOf(day, slot))
        .flatMap(metering -> Optional.ofNullable(metering.meteringPoint()));
  }

  private static SeriesKey series(MeteringPointId point, EnergyDirection direction) {
    return new SeriesKey(new AccountingPointId(point.value()), direction);
  }
}
