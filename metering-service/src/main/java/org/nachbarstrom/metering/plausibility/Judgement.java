package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.StatusRun;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Verdicts that are due: values to be rejected and rejected ones that count again. A rejected value
 * keeps its energy, becomes unusable and says why (Z34 ZA1, implausible).
 */
final class Judgement {
  private static final String IMPLAUSIBLE = "ZA1";

  private final JudgedDays days;
  private final List<RejectedValue> rejected = new ArrayList<>();
  private final Map<Origin, DayBlockAssembly> byOrigin = new TreeMap<>();

  private Judgement(JudgedDays days) {
    this.days = days;
  }

  /**
   * What is due.
   *
   * @param days as they are
   * @param reach where verdicts are looked for
   * @param implausible starts of quarter-hours within it whose delivered values must not be used
   */
  static Judgement of(JudgedDays days, Reach reach, Set<Instant> implausible) {
    Judgement judgement = new Judgement(days);
    implausible.stream().sorted().filter(days::rejectable).forEach(judgement::reject);
    days.rejected().values().stream()
        .filter(value -> reach.interval().contains(value.start()))
        .filter(value -> !implausible.contains(value.start()))
        .sorted(Comparator.comparing(RejectedValue::start))
        .forEach(judgement::restore);
    return judgement;
  }

  private void reject(Instant start) {
    Origin there = days.origin(start).orElseThrow();
    DayBlock block = days.block(start).orElseThrow();
    int slot = QuarterHours.slotOf(start);
    ValueStatus said = block.status(slot);
    rejected.add(
        new RejectedValue(
            start, Verdict.message(there), block.energy(slot), block.quality(slot), said));
    ValueStatus status =
        new ValueStatus(
            said.plausibility(),
            said.substitutionMethod(),
            IMPLAUSIBLE,
            said.substitutionReason(),
            said.basis());
    add(Verdict.rejecting(there), start, block.energy(slot), ValueQuality.UNUSABLE, status);
  }

  private void restore(RejectedValue value) {
    add(
        days.restoring(value),
        value.start(),
        value.milliWattHours(),
        value.quality(),
        value.status());
  }

  private void add(
      Origin origin, Instant start, long milliWattHours, ValueQuality quality, ValueStatus status) {
    byOrigin
        .computeIfAbsent(origin, verdict -> new DayBlockAssembly())
        .add(
            start,
            List.of(milliWattHours),
            List.of(new QualityRun(quality, 1)),
            List.of(new StatusRun(status, 0, 1)));
  }

  /** Values that are rejected by it. */
  List<RejectedValue> rejected() {
    return List.copyOf(rejected);
  }

  /** As deliveries of the series. */
  List<Delivery> deliveries(SeriesKey key) {
    return byOrigin.entrySet().stream()
        .map(entry ->
            new Delivery(
                key.accountingPoint(),
                entry.getKey(),
                Map.of(key.direction(), List.copyOf(entry.getValue().blocks()))))
        .toList();
  }
}
