package org.nachbarstrom.metering.plausibility.rest;

import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.plausibility.RuleEffect;
import org.nachbarstrom.metering.plausibility.RuleEffects;
import org.nachbarstrom.metering.plausibility.Thresholds;
import org.nachbarstrom.metering.reading.ReadingRejection;
import org.nachbarstrom.metering.series.SeriesRejection;
import org.nachbarstrom.support.problem.Rejection;

/**
 * A rule as it holds for a tenant.
 *
 * @param effect what its findings lead to
 * @param effects what can be chosen
 * @param thresholds by name
 * @param rejections codes with which a message is refused; empty for what is checked later
 */
record RuleAnswer(
    PlausibilityRule rule,
    String code,
    RuleEffect effect,
    List<RuleEffect> effects,
    Map<String, Long> thresholds,
    List<String> rejections) {
  static RuleAnswer of(PlausibilityRule rule, RuleEffects effects, Thresholds thresholds) {
    return new RuleAnswer(
        rule,
        rule.code(),
        effects.of(rule),
        rule.effects(),
        thresholds(rule, thresholds),
        rejections(rule).stream().map(Rejection::code).toList());
  }

  private static Map<String, Long> thresholds(PlausibilityRule rule, Thresholds thresholds) {
    return switch (rule) {
      case ZERO_RUN -> Map.of("quarterHours", (long) thresholds.zeroRunQuarterHours());
      case FLAT_LINE -> Map.of("quarterHours", (long) thresholds.flatLineQuarterHours());
      case SPIKE -> Map.of("factor", (long) thresholds.spikeFactor());
      case REGISTER_ADVANCE, ENERGY_QUANTITY ->
          Map.of("perMille", (long) thresholds.sumTolerancePerMille());
      case CHECK_METER ->
          Map.of(
              "perMille",
              (long) thresholds.checkMeter().perMille(),
              "milliWattHours",
              thresholds.checkMeter().milliWattHours());
      case GAP, CONNECTION_CAPACITY, DUPLICATE, OVERLAP, NEGATIVE -> Map.of();
    };
  }

  private static List<Rejection> rejections(PlausibilityRule rule) {
    return switch (rule) {
      case DUPLICATE -> List.of(SeriesRejection.OVERLAPPING_VALUES, ReadingRejection.VALUE_TWICE);
      case OVERLAP -> List.of(SeriesRejection.OVERLAPPING_VALUES);
      case NEGATIVE -> List.of(SeriesRejection.IMPLAUSIBLE_QUANTITY);
      case GAP,
          CONNECTION_CAPACITY,
          ZERO_RUN,
          FLAT_LINE,
          SPIKE,
          REGISTER_ADVANCE,
          ENERGY_QUANTITY,
          CHECK_METER ->
          List.of();
    };
  }
}
