package org.nachbarstrom.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeTest {
  private static final DeliveryCalendar BERLIN = new DeliveryCalendar(ZoneId.of("Europe/Berlin"));
  private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

  @Test
  void countsTheQuarterHoursOfBothClockChangeDays() {
    assertThat(BERLIN.quarterHours(SPRING)).isEqualTo(92);
    assertThat(BERLIN.quarterHours(AUTUMN)).isEqualTo(100);
    assertThat(BERLIN.quarterHours(SPRING.minusDays(1))).isEqualTo(96);
  }

  @Test
  void countsTheQuarterHoursOfMonthsAndYears() {
    assertThat(march().quarterHours()).isEqualTo(2_972);
    assertThat(BERLIN.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)).quarterHours())
        .isEqualTo(2_980);
    assertThat(BERLIN.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)).quarterHours())
        .isEqualTo(35_040);
    assertThat(BERLIN.of(LocalDate.of(2028, 1, 1), LocalDate.of(2029, 1, 1)).quarterHours())
        .isEqualTo(35_136);
  }

  private static Interval march() {
    return BERLIN.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
  }

  @Test
  void startsTheSpringDayAtWinterMidnightAndEndsItAtSummerMidnight() {
    assertThat(BERLIN.of(SPRING))
        .isEqualTo(
            new Interval(
                Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
  }

  @Test
  void keepsBothHoursThatShareALocalTimeApart() {
    assertThat(BERLIN.dayOf(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo(AUTUMN);
    assertThat(BERLIN.dayOf(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo(AUTUMN);
    assertThat(BERLIN.dayOf(Instant.parse("2026-10-25T23:00:00Z"))).isEqualTo(AUTUMN.plusDays(1));
  }

  @Property
  void everyQuarterHourBelongsToExactlyTheDayThatContainsIt(
      @ForAll @IntRange(min = -400_000, max = 400_000) int quarterHoursFromSpring) {
    Instant start =
        BERLIN.of(SPRING).start().plus(Interval.QUARTER_HOUR.multipliedBy(quarterHoursFromSpring));
    LocalDate day = BERLIN.dayOf(start);
    assertThat(BERLIN.of(day).contains(new Interval(start, start.plus(Interval.QUARTER_HOUR))))
        .isTrue();
    assertThat(BERLIN.of(day.plusDays(1)).contains(start)).isFalse();
    assertThat(BERLIN.of(day.minusDays(1)).contains(start)).isFalse();
  }

  @Property
  void daysAddUpToTheirRange(
      @ForAll @IntRange(min = -800, max = 800) int offset,
      @ForAll @IntRange(min = 1, max = 400) int days) {
    LocalDate from = AUTUMN.plusDays(offset);
    int sum = 0;
    for (int i = 0; i < days; i++) {
      sum += BERLIN.quarterHours(from.plusDays(i));
    }
    assertThat(sum).isEqualTo(BERLIN.of(from, from.plusDays(days)).quarterHours());
  }

  @Test
  void treatsTheEndOfAnIntervalAsOutside() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    Instant later = noon.plus(Interval.QUARTER_HOUR);
    Interval interval = new Interval(noon, later);
    assertThat(interval.contains(noon)).isTrue();
    assertThat(interval.contains(later)).isFalse();
    assertThat(interval.overlaps(new Interval(later, later.plusSeconds(1)))).isFalse();
    assertThat(interval.overlaps(new Interval(noon.minusSeconds(1), noon.plusSeconds(1)))).isTrue();
  }

  @Test
  void refusesEmptyIntervalsAndCountsOnlyAlignedOnes() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    assertThatThrownBy(() -> new Interval(noon, noon)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(noon, noon.plusSeconds(899)).quarterHours())
        .isInstanceOf(IllegalStateException.class);
    assertThat(Interval.isQuarterHour(noon.plusNanos(1))).isFalse();
  }

  @Test
  void comparesRangesOfDates() {
    DateRange march = new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
    DateRange april = new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
    DateRange openFromSpring = DateRange.startingAt(SPRING);
    assertThat(march.contains(LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(march.contains(LocalDate.of(2026, 4, 1))).isFalse();
    assertThat(march.overlaps(april)).isFalse();
    assertThat(march.overlaps(openFromSpring)).isTrue();
    assertThat(openFromSpring.overlaps(march)).isTrue();
    assertThat(openFromSpring.contains(april)).isTrue();
    assertThat(april.contains(openFromSpring)).isFalse();
    assertThat(march.intersection(openFromSpring))
        .isEqualTo(Optional.of(new DateRange(SPRING, LocalDate.of(2026, 4, 1))));
    assertThat(march.intersection(april)).isEmpty();
    assertThat(DateRange.ofDay(SPRING).end()).contains(SPRING.plusDays(1));
    assertThatThrownBy(() -> new DateRange(SPRING, SPRING))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
