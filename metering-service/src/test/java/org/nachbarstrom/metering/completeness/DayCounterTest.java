package org.nachbarstrom.metering.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

class DayCounterTest {
  private static final DeliveryCalendar BERLIN = new DeliveryCalendar(ZoneId.of("Europe/Berlin"));
  private static final SeriesKey SERIES =
      new SeriesKey(new AccountingPointId("50000000013"), EnergyDirection.CONSUMPTION);
  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

  private Instant kept = Instant.EPOCH;
  private final Map<LocalDate, @Nullable ValueQuality[]> blocks = new HashMap<>();

  private void values(String from, int count, ValueQuality quality) {
    for (int i = 0; i < count; i++) {
      Instant start = QuarterHours.plus(Instant.parse(from), i);
      blocks
              .computeIfAbsent(
                  QuarterHours.utcDayOf(start), day -> new ValueQuality[QuarterHours.PER_UTC_DAY])[
              QuarterHours.slotOf(start)] =
          quality;
    }
  }

  private List<DayCount> count(String from, String to, Instant now) {
    DateRange days = new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    Interval interval = BERLIN.of(days.from(), days.end().orElseThrow());
    Map<LocalDate, DayBlock> known = new HashMap<>();
    blocks.forEach((day, qualities) ->
        known.put(day, DayBlock.of(day, new long[QuarterHours.PER_UTC_DAY], qualities)));
    LoadProfile profile = new SeriesSnapshot(Map.of(SERIES, known)).profile(SERIES, interval);
    return new DayCounter(BERLIN, days, now)
        .count(profile, day -> !day.equals(LocalDate.parse("2026-03-30")), kept::isAfter);
  }

  @Test
  void expects92And96And100QuarterHours() {
    assertThat(count("2026-03-28", "2026-03-30", LATER))
        .extracting(DayCount::expected)
        .containsExactly(96, 92);
    assertThat(count("2026-10-25", "2026-10-26", LATER))
        .extracting(DayCount::expected)
        .containsExactly(100);
  }

  @Test
  void partsWhatIsThereByQualityAndDay() {
    // 2026-03-29 in Berlin is 23:00 UTC of the day before to 22:00 UTC, 92 quarter-hours.
    values("2026-03-28T22:45:00Z", 1, ValueQuality.MEASURED);
    values("2026-03-28T23:00:00Z", 80, ValueQuality.MEASURED);
    values("2026-03-29T19:00:00Z", 3, ValueQuality.SUBSTITUTE);
    values("2026-03-29T19:45:00Z", 2, ValueQuality.PROVISIONAL);
    values("2026-03-29T20:15:00Z", 1, ValueQuality.UNUSABLE);
    values("2026-03-29T20:30:00Z", 1, ValueQuality.PROPOSED);
    values("2026-03-29T20:45:00Z", 1, ValueQuality.MISSING);
    DayCount day = count("2026-03-29", "2026-03-30", LATER).getFirst();
    assertThat(day.present()).isEqualTo(85);
    // 92 − 85; two of them have a value that nothing may rest on.
    assertThat(day.missing()).isEqualTo(7);
    assertThat(day)
        .isEqualTo(
            new DayCount(
                LocalDate.parse("2026-03-29"),
                92,
                80,
                3,
                2,
                2,
                0,
                Instant.parse("2026-03-30T22:00:00Z"),
                false));
  }

  @Test
  void callsValuesSurplusWhereNoneAreExpected() {
    values("2026-03-29T21:45:00Z", 3, ValueQuality.MEASURED);
    // 21:45 UTC is the last quarter-hour of 2026-03-29; the two behind it nobody expects.
    DayCount day = count("2026-03-29", "2026-03-31", LATER).getLast();
    assertThat(day)
        .isEqualTo(new DayCount(LocalDate.parse("2026-03-30"), 0, 0, 0, 0, 0, 2, null, false));
    assertThat(day.missing()).isZero();
  }

  @Test
  void isOverdueWhenTheFollowingDayHasEnded() {
    Instant endOfFollowingDay = Instant.parse("2026-03-29T22:00:00Z");
    assertThat(count("2026-03-28", "2026-03-29", endOfFollowingDay))
        .extracting(DayCount::missingSince)
        .containsExactly(endOfFollowingDay);
    assertThat(count("2026-03-28", "2026-03-29", endOfFollowingDay.minusNanos(1_000)))
        .extracting(DayCount::missingSince)
        .containsOnlyNulls();
    values("2026-03-27T23:00:00Z", 96, ValueQuality.PROVISIONAL);
    assertThat(count("2026-03-28", "2026-03-29", endOfFollowingDay))
        .extracting(DayCount::missingSince)
        .containsOnlyNulls();
  }

  @Test
  void saysNothingOfDaysThatAreNotKeptFromTheirBeginOn() {
    values("2026-03-27T23:00:00Z", 188, ValueQuality.MEASURED);
    // 2026-03-29 begins at 23:00 UTC of the day before, one hour before what is kept.
    kept = Instant.parse("2026-03-29T00:00:00Z");
    assertThat(count("2026-03-28", "2026-03-31", LATER))
        .extracting(DayCount::erased, DayCount::expected, DayCount::present)
        .containsExactly(tuple(true, 0, 0), tuple(true, 0, 0), tuple(false, 0, 0));
    kept = Instant.parse("2026-03-28T23:00:00Z");
    assertThat(count("2026-03-29", "2026-03-30", LATER))
        .extracting(DayCount::erased, DayCount::present)
        .containsExactly(tuple(false, 92));
  }
}
