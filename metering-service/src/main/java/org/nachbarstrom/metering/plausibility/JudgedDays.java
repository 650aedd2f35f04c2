package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Days of a series with the values that are rejected in them. Rules about single values look at
 * what was delivered as if nothing were rejected, so that what they find depends on no earlier
 * verdict.
 */
final class JudgedDays {
  private static final String SUBSTITUTION = "substitution/";

  private final SeriesKey key;
  private final Map<LocalDate, DayState> latest;
  private final SeriesSnapshot counting;
  private final Map<Instant, RejectedValue> rejected = new HashMap<>();

  /**
   * Days.
   *
   * @param key series
   * @param latest its own values
   * @param counting what counts, also from its metering point
   * @param everRejected in the order of rejection
   */
  JudgedDays(
      SeriesKey key,
      Map<LocalDate, DayState> latest,
      SeriesSnapshot counting,
      List<RejectedValue> everRejected) {
    this.key = key;
    this.latest = latest;
    this.counting = counting;
    for (RejectedValue value : everRejected) {
      if (told(value)
          && origin(value.start()).filter(origin -> standsInFor(origin, value)).isPresent()) {
        rejected.put(value.start(), value);
      }
    }
  }

  /** Whether the value is still said: one that readings told may have been taken back with them. */
  private boolean told(RejectedValue value) {
    DayState state = latest.get(QuarterHours.utcDayOf(value.start()));
    return state != null
        && (!value.message().derived()
            || state.derived().quality(QuarterHours.slotOf(value.start())) != ValueQuality.MISSING);
  }

  /** Whether the value with the origin is there because the other one is rejected. */
  private static boolean standsInFor(Origin origin, RejectedValue value) {
    return isSubstitution(origin)
        ? origin.messageTime().equals(value.message().messageTime())
        : Verdict.rejects(origin) && Verdict.message(origin).equals(value.message());
  }

  private static boolean isSubstitution(Origin origin) {
    return origin.reference().startsWith(SUBSTITUTION);
  }

  /** Values that are rejected, by start. */
  Map<Instant, RejectedValue> rejected() {
    return rejected;
  }

  /** Where the value that counts came from. */
  Optional<Origin> origin(Instant start) {
    return Optional.ofNullable(latest.get(QuarterHours.utcDayOf(start)))
        .flatMap(state -> state.origin(QuarterHours.slotOf(start)));
  }

  /** The block that counts on the day of the instant, if anything was received. */
  Optional<DayBlock> block(Instant start) {
    return Optional.ofNullable(latest.get(QuarterHours.utcDayOf(start))).map(DayState::values);
  }

  /**
   * Whether the value may be rejected: it is usable, not rejected already, and no substitute of
   * ours, which somebody has confirmed.
   */
  boolean rejectable(Instant start) {
    return origin(start).filter(origin -> !isSubstitution(origin)).isPresent()
        && block(start)
            .map(block -> block.quality(QuarterHours.slotOf(start)))
            .filter(quality -> quality.billable() || quality.provisional())
            .isPresent();
  }

  /** The verdict by which the rejected value counts again. */
  Origin restoring(RejectedValue value) {
    Origin there = origin(value.start()).orElseThrow();
    return isSubstitution(there)
        ? Verdict.restoring(value.message(), there)
        : Verdict.restoring(there);
  }

  /** What counts. */
  SeriesSnapshot counting() {
    return counting;
  }

  /** What was delivered. */
  SeriesSnapshot delivered() {
    Map<LocalDate, DayBlock> blocks = new HashMap<>(counting.blocks().getOrDefault(key, Map.of()));
    rejected.values().stream()
        .collect(Collectors.groupingBy(value -> QuarterHours.utcDayOf(value.start())))
        .forEach((day, values) ->
            blocks.compute(day, (same, block) -> with(Objects.requireNonNull(block), values)));
    return new SeriesSnapshot(Map.of(key, blocks));
  }

  private static DayBlock with(DayBlock block, List<RejectedValue> values) {
    long[] energies = block.energies();
    @Nullable ValueQuality[] qualities = block.qualities();
    for (RejectedValue value : values) {
      energies[QuarterHours.slotOf(value.start())] = value.milliWattHours();
      qualities[QuarterHours.slotOf(value.start())] = value.quality();
    }
    return DayBlock.of(block.day(), energies, qualities);
  }
}
