package org.nachbarstrom.metering.substitute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nachbarstrom.metering.substitute.SeriesByHand.between;
import static org.nachbarstrom.metering.substitute.SeriesByHand.local;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.metering.reading.SourceDocument;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

class GapAdvanceTest {
  private static final String DAY = "2026-03-11";
  private static final Interval GAP = between(DAY, "12:00", "15:00");
  private static final AccountingPointId POINT = new AccountingPointId("50000000013");

  private final SeriesByHand series = new SeriesByHand();

  private static KnownReading reading(String device, Instant at, String value) {
    return reading(device, at, value, null);
  }

  private static KnownReading reading(
      String device, Instant at, String value, @Nullable Instant changedAt) {
    return new KnownReading(
        new MeteredObject(MeteredObject.Kind.CONFIGURATION, "K"),
        device,
        new Reading(
            ObisCode.parse("1-1:1.8.0"),
            new BigDecimal(value),
            ValueQuality.MEASURED,
            at,
            null,
            null,
            changedAt,
            ValueStatus.NONE),
        new SourceDocument("9900000000011", "D", new Origin(at, at, "r")));
  }

  private MeteringHistory metering = MeteringHistory.of(PointMetering.unknown(POINT));

  private @Nullable Long advance(KnownReading... readings) {
    return new GapAdvance(List.of(readings), metering, series).of(GAP);
  }

  /** 36 quarter-hours of 10 Wh before the gap and 24 after it. */
  private void fillAround() {
    series.measured(between(DAY, "03:00", "12:00"), 10_000);
    series.measured(between(DAY, "15:00", "21:00"), 10_000);
  }

  @Test
  void leavesTheGapWhatTheRegisterAdvancedByBeyondTheValues() {
    fillAround();
    // 1.25 kWh between 03:00 and 21:00, less 60 values of 0.01 kWh.
    assertThat(
            advance(
                reading("A", local(DAY, "03:00"), "100.25"),
                reading("A", local(DAY, "21:00"), "101.50")))
        .isEqualTo(650_000L);
  }

  @Test
  void takesTheNearestReadings() {
    fillAround();
    assertThat(
            advance(
                reading("A", local(DAY, "00:00"), "90"),
                reading("A", local(DAY, "03:00"), "100.25"),
                reading("A", local(DAY, "15:00"), "100.85"),
                reading("A", local(DAY, "21:00"), "101.50")))
        // 0.6 kWh less 36 values of 0.01 kWh.
        .isEqualTo(240_000L);
  }

  @Test
  void tellsWhenValuesAreMoreThanTheAdvance() {
    fillAround();
    assertThat(
            advance(
                reading("A", local(DAY, "03:00"), "100"),
                reading("A", local(DAY, "21:00"), "100.5")))
        .isEqualTo(-100_000L);
  }

  @Test
  void knowsNothingAcrossAChangeOfTheTransformerFactor() {
    series.measured(new Interval(local("2026-03-10", "12:00"), local(DAY, "12:00")), 10_000);
    KnownReading before = reading("A", local("2026-03-10", "12:00"), "100");
    KnownReading midnight = reading("A", local(DAY, "00:00"), "102");
    KnownReading after = reading("A", local(DAY, "15:00"), "103");
    PointMetering always = new PointMetering(POINT, null, 40, null, null);
    PointMetering since =
        new PointMetering(POINT, null, 50, null, null, LocalDate.parse(DAY), null, null);
    metering = new MeteringHistory(List.of(since, always));
    assertThat(advance(before, after)).isNull();
    // 1 kWh times 50, less 48 values of 0.01 kWh.
    assertThat(advance(before, midnight, after)).isEqualTo(49_520_000L);
  }

  @Test
  void knowsNothingAcrossAMeterExchangeWithoutDeviceNumbers() {
    fillAround();
    // The old meter went from 100 to 100.7, the new one from 200 to 200.4; 200.4 − 100 is nothing.
    Instant exchanged = local(DAY, "13:07");
    assertThat(
            advance(
                reading("", local(DAY, "03:00"), "100"),
                reading("", exchanged, "100.7", exchanged),
                reading("", local(DAY, "21:00"), "200.4")))
        .isNull();
    Instant atTheEnd = local(DAY, "15:00");
    assertThat(
            advance(
                reading("", local(DAY, "03:00"), "100"),
                reading("", atTheEnd, "200", atTheEnd),
                reading("", local(DAY, "21:00"), "200.4")))
        .isNull();
    // Before both readings it does not matter.
    Instant earlier = local(DAY, "02:00");
    assertThat(
            advance(
                reading("", earlier, "99", earlier),
                reading("", local(DAY, "03:00"), "100.25"),
                reading("", local(DAY, "21:00"), "101.50")))
        .isEqualTo(650_000L);
  }

  @Test
  void knowsNothingAcrossAMeterExchangeOrAnotherGap() {
    fillAround();
    assertThat(
            advance(
                reading("A", local(DAY, "03:00"), "100"), reading("B", local(DAY, "21:00"), "102")))
        .isNull();
    series.value(local(DAY, "18:00"), 0, ValueQuality.PROVISIONAL);
    assertThat(
            advance(
                reading("A", local(DAY, "03:00"), "100"), reading("A", local(DAY, "21:00"), "102")))
        .isNull();
  }
}
