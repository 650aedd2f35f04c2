package org.nachbarstrom.metering.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.RegisterState.Counts;
import org.nachbarstrom.metering.reading.RegisterState.Missing;
import org.nachbarstrom.metering.reading.RegisterState.Reason;
import org.nachbarstrom.metering.reading.RegisterState.Shown;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

class LastValidReadingsTest {
  private static final Instant NOON = Instant.parse("2026-03-28T11:00:00Z");
  private static final Duration ONE_DAY = Duration.ofHours(24);

  private final List<KnownReading> readings = new ArrayList<>();

  private void read(String meter, Instant at, String value) {
    read(meter, at, value, ValueQuality.MEASURED, null);
  }

  private void read(
      String meter, Instant at, String value, ValueQuality quality, @Nullable Instant changedAt) {
    readings.add(
        new KnownReading(
            new MeteredObject(MeteredObject.Kind.CONFIGURATION, "C"),
            meter,
            new Reading(
                ObisCode.parse("1-1:1.8.0"),
                new BigDecimal(value),
                quality,
                at,
                null,
                null,
                changedAt,
                ValueStatus.NONE),
            new SourceDocument("9900000000011", "D", new Origin(at, at, "r"))));
  }

  private List<Shown> at(Instant moment, Duration maxAge) {
    return new LastValidReadings(moment, maxAge)
        .states(readings).stream().map(RegisterState::shown).toList();
  }

  private static Shown counts(KnownReading reading, Duration age) {
    return new Counts(reading, age);
  }

  @Test
  void takesTheReadingOfTheMomentItselfWithoutAnythingStandingIn() {
    read("Z1", NOON.minusSeconds(900), "100");
    read("Z1", NOON, "101.5");
    assertThat(at(NOON, Duration.ZERO)).containsExactly(counts(readings.get(1), Duration.ZERO));
    assertThat(new Counts(readings.get(1), Duration.ZERO).standsIn()).isFalse();
  }

  @Test
  void letsTheLastReadingStandInUpToTheVeryAgeAllowed() {
    read("Z1", NOON, "100");
    assertThat(at(NOON.plus(ONE_DAY), ONE_DAY))
        .containsExactly(counts(readings.getFirst(), ONE_DAY));
    assertThat(new Counts(readings.getFirst(), ONE_DAY).standsIn()).isTrue();
    assertThat(at(NOON.plus(ONE_DAY).plusNanos(1_000), ONE_DAY))
        .containsExactly(new Missing(Reason.TOO_OLD, NOON));
  }

  @Test
  void letsNothingStandInWhereNoAgeIsAllowed() {
    read("Z1", NOON, "100");
    assertThat(at(NOON.plusSeconds(1), Duration.ZERO))
        .containsExactly(new Missing(Reason.TOO_OLD, NOON));
  }

  @Test
  void passesOverUnusableReadings() {
    read("Z1", NOON, "100", ValueQuality.PROVISIONAL, null);
    read("Z1", NOON.plusSeconds(900), "0", ValueQuality.UNUSABLE, null);
    read("Z1", NOON.plusSeconds(1800), "101", ValueQuality.FORECAST, null);
    assertThat(at(NOON.plusSeconds(1800), ONE_DAY))
        .containsExactly(counts(readings.getFirst(), Duration.ofMinutes(30)));
    readings.removeFirst();
    assertThat(at(NOON.plusSeconds(1800), ONE_DAY))
        .containsExactly(new Missing(Reason.UNUSABLE, null));
  }

  @Test
  void looksAtNoReadingAfterTheMoment() {
    read("Z1", NOON, "100");
    read("Z1", NOON.plusSeconds(900), "101");
    read("Z2", NOON.plusSeconds(900), "0", ValueQuality.MEASURED, NOON.plusSeconds(900));
    assertThat(at(NOON.plusSeconds(899), ONE_DAY))
        .containsExactly(counts(readings.getFirst(), Duration.ofSeconds(899)));
  }

  @Test
  void doesNotLetTheOldMeterStandInAfterAnExchange() {
    Instant exchange = NOON.plusSeconds(900);
    read("OLD", NOON, "100");
    read("OLD", exchange, "101", ValueQuality.MEASURED, exchange);
    read("NEW", exchange, "0", ValueQuality.MEASURED, exchange);
    // At the exchange itself both meters were read.
    assertThat(at(exchange, ONE_DAY))
        .containsExactly(
            counts(readings.get(2), Duration.ZERO), counts(readings.get(1), Duration.ZERO));
    assertThat(at(exchange.plusSeconds(60), ONE_DAY))
        .containsExactly(
            counts(readings.get(2), Duration.ofMinutes(1)),
            new Missing(Reason.METER_CHANGED, exchange));
  }

  @Test
  void breaksAtTheFirstReadingOfAnotherMeterThoughNobodySaidAChange() {
    read("OLD", NOON, "100");
    read("NEW", NOON.plusSeconds(900), "0");
    assertThat(at(NOON.plusSeconds(900), ONE_DAY))
        .containsExactly(
            counts(readings.get(1), Duration.ZERO), new Missing(Reason.METER_CHANGED, NOON));
  }

  @Test
  void trustsNeitherOfTwoMetersThatBeginAtTheSameMoment() {
    read("Z1", NOON, "100");
    read("Z2", NOON, "200");
    assertThat(at(NOON.plusSeconds(1), ONE_DAY))
        .containsExactly(
            new Missing(Reason.METER_CHANGED, NOON), new Missing(Reason.METER_CHANGED, NOON));
  }

  @Test
  void breaksAtAChangeInTheCourseOfTheDayWhoseReadingCountsFromMidnight() {
    Instant midnight = Instant.parse("2026-03-27T23:00:00Z");
    read("Z1", midnight.minusSeconds(900), "99");
    read("Z1", midnight, "100", ValueQuality.MEASURED, NOON);
    read("Z1", NOON.minusSeconds(900), "107");
    assertThat(at(NOON.minusSeconds(1), ONE_DAY))
        .containsExactly(counts(readings.get(2), Duration.ofSeconds(899)));
    assertThat(at(NOON, ONE_DAY))
        .containsExactly(new Missing(Reason.METER_CHANGED, NOON.minusSeconds(900)));
  }

  @Test
  void cannotTellWhichMeterAReadingWithoutANumberBelongsToAtAChange() {
    read("", NOON, "100", ValueQuality.MEASURED, NOON);
    assertThat(at(NOON, ONE_DAY)).containsExactly(counts(readings.getFirst(), Duration.ZERO));
    assertThat(at(NOON.plusSeconds(1), ONE_DAY))
        .containsExactly(new Missing(Reason.METER_CHANGED, NOON));
  }
}
