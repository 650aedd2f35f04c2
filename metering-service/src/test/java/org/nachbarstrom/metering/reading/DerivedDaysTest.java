package org.nachbarstrom.metering.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

class DerivedDaysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 28);
  private static final Instant START = Instant.parse("2026-03-28T05:00:00Z");
  private static final Instant END = Instant.parse("2026-03-28T05:15:00Z");
  private static final Instant SENT = Instant.parse("2026-03-29T06:00:00Z");
  private static final Interval WINDOW = new Interval(START, END);
  private static final Map<Instant, AdjacentReadings.QuarterHourEnergy> UNUSABLE =
      Map.of(START, new AdjacentReadings.QuarterHourEnergy(7, ValueQuality.UNUSABLE));

  private static DayBlock block(long energy, ValueQuality quality) {
    DayBlockAssembly assembly = new DayBlockAssembly();
    assembly.add(START, List.of(energy), List.of(new QualityRun(quality, 1)));
    return List.copyOf(assembly.blocks()).getFirst();
  }

  /** Readings told an unusable value, for which somebody confirmed a substitute. */
  private static Map<LocalDate, DayState> substituted() {
    return Map.of(
        DAY,
        DayState.none(DAY)
            .merge(
                block(7, ValueQuality.UNUSABLE),
                new Origin(SENT, SENT.plusSeconds(60), Origin.READINGS))
            .state()
            .merge(
                block(40, ValueQuality.SUBSTITUTE),
                new Origin(SENT, SENT.plusSeconds(3_600), "substitution/1"))
            .state());
  }

  @Test
  void leavesASubstituteWhereTheSameReadingsTellTheSameUnusableValueAgain() {
    Map<Instant, Instant> newest = Map.of(START, SENT, END, SENT);
    assertThat(DerivedDays.of(UNUSABLE, substituted(), newest, WINDOW)).isEmpty();
  }

  @Test
  void replacesASubstituteByWhatALaterDocumentSays() {
    Instant later = SENT.plusSeconds(86_400);
    Map<Instant, Instant> newest = Map.of(START, SENT, END, later);
    assertThat(DerivedDays.of(UNUSABLE, substituted(), newest, WINDOW))
        .isEqualTo(Map.of(later, List.of(block(7, ValueQuality.UNUSABLE))));
  }

  @Test
  void replacesASubstituteByAMeasuredValue() {
    Map<Instant, AdjacentReadings.QuarterHourEnergy> measured =
        Map.of(START, new AdjacentReadings.QuarterHourEnergy(8, ValueQuality.MEASURED));
    Map<Instant, Instant> newest = Map.of(START, SENT, END, SENT);
    assertThat(DerivedDays.of(measured, substituted(), newest, WINDOW))
        .isEqualTo(Map.of(SENT, List.of(block(8, ValueQuality.MEASURED))));
  }

  /** Readings told 7, and plausibility rejected that. */
  private static DayState rejected() {
    return DayState.none(DAY)
        .merge(
            block(7, ValueQuality.MEASURED),
            new Origin(SENT, SENT.plusSeconds(60), Origin.READINGS))
        .state()
        .merge(
            block(7, ValueQuality.UNUSABLE),
            new Origin(SENT, SENT.plusSeconds(60), Origin.READINGS + "\t000001 REJECTED"))
        .state();
  }

  @Test
  void leavesASubstituteForARejectedValueWhereTheSameReadingsTellItAgain() {
    DayState substituted =
        rejected()
            .merge(
                block(40, ValueQuality.SUBSTITUTE),
                new Origin(SENT, SENT.plusSeconds(3_600), "substitution/1"))
            .state();
    Map<Instant, AdjacentReadings.QuarterHourEnergy> same =
        Map.of(START, new AdjacentReadings.QuarterHourEnergy(7, ValueQuality.MEASURED));
    Map<Instant, Instant> newest = Map.of(START, SENT, END, SENT);
    assertThat(DerivedDays.of(same, Map.of(DAY, substituted), newest, WINDOW)).isEmpty();
  }

  @Test
  void leavesAVerdictWhereTheSameReadingsTellTheSameValueAgain() {
    Map<Instant, AdjacentReadings.QuarterHourEnergy> same =
        Map.of(START, new AdjacentReadings.QuarterHourEnergy(7, ValueQuality.MEASURED));
    Map<Instant, Instant> newest = Map.of(START, SENT, END, SENT);
    assertThat(DerivedDays.of(same, Map.of(DAY, rejected()), newest, WINDOW)).isEmpty();
    Map<Instant, AdjacentReadings.QuarterHourEnergy> other =
        Map.of(START, new AdjacentReadings.QuarterHourEnergy(8, ValueQuality.MEASURED));
    assertThat(DerivedDays.of(other, Map.of(DAY, rejected()), newest, WINDOW))
        .isEqualTo(Map.of(SENT, List.of(block(8, ValueQuality.MEASURED))));
  }

  @Test
  void missesARejectedValueWhenItsReadingsAreCancelled() {
    Instant cancelled = SENT.plusSeconds(86_400);
    Map<Instant, Instant> newest = Map.of(START, SENT, END, cancelled);
    assertThat(DerivedDays.of(Map.of(), Map.of(DAY, rejected()), newest, WINDOW))
        .isEqualTo(Map.of(cancelled, List.of(block(0, ValueQuality.MISSING))));
  }
}
