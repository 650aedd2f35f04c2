package org.nachbarstrom.metering.substitute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nachbarstrom.metering.substitute.SeriesByHand.between;
import static org.nachbarstrom.metering.substitute.SeriesByHand.local;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

class FormSubstitutesTest {
  /** A Wednesday. */
  private static final String DAY = "2026-03-11";

  private final SeriesByHand series = new SeriesByHand();

  private Formed form(Interval gap, @Nullable Long advance) {
    return new FormSubstitutes(series).form(new Gap(gap, advance));
  }

  private static Formed.Values values(Formed formed) {
    return (Formed.Values) formed;
  }

  private static List<Long> of(int count, long value) {
    return Collections.nCopies(count, value);
  }

  @Test
  void interpolatesUpToTwoHoursOnTheStraightLine() {
    series.measured(between(DAY, "11:45", "12:00"), 30_000);
    series.measured(between(DAY, "12:45", "13:00"), 70_000);
    Formed.Values formed = values(form(between(DAY, "12:00", "12:45"), null));
    assertThat(formed.method()).isEqualTo(SubstitutionMethod.INTERPOLATION);
    assertThat(formed.method().code()).isEqualTo("Z92");
    assertThat(formed.milliWattHours()).containsExactly(40_000L, 50_000L, 60_000L);
  }

  @Test
  void roundsAnInterpolationSoThatItsSumIsThatOfTheLine() {
    // 10, 10⅓, 10⅔, 11: the sum of the two in the middle is 21.
    series.measured(between(DAY, "11:45", "12:00"), 10);
    series.measured(between(DAY, "12:30", "12:45"), 11);
    assertThat(values(form(between(DAY, "12:00", "12:30"), null)).milliWattHours())
        .containsExactly(10L, 11L);
  }

  @Test
  void interpolatesEightQuarterHoursButNotNine() {
    series.measured(between(DAY, "10:00", "12:00"), 90);
    series.measured(between(DAY, "14:00", "16:00"), 0);
    // 90 falls by 10 a quarter-hour.
    assertThat(values(form(between(DAY, "12:00", "14:00"), null)).milliWattHours())
        .containsExactly(80L, 70L, 60L, 50L, 40L, 30L, 20L, 10L);
    assertThat(form(between(DAY, "11:45", "14:00"), null))
        .isEqualTo(
            new Formed.Impossible(between(DAY, "11:45", "14:00"), Formed.Why.NO_COMPARABLE_DAY));
  }

  @Test
  void interpolatesOnlyBetweenUsableValues() {
    series.value(local(DAY, "11:45"), 30_000, ValueQuality.PROVISIONAL);
    series.measured(between(DAY, "12:45", "13:00"), 70_000);
    assertThat(form(between(DAY, "12:00", "12:45"), null)).isInstanceOf(Formed.Impossible.class);
  }

  @Test
  void takesTheMeanOfTheFourNearestDaysOfTheSameKind() {
    // Monday to Friday around; Saturday and Sunday are nearer than the Friday before.
    long[] means = {300, 100, 0, 200, 400};
    for (int i = 0; i < means.length; i++) {
      if (i != 2) {
        String day = LocalDate.of(2026, 3, 9).plusDays(i).toString();
        series.measured(between(day, "12:00", "15:00"), means[i]);
      }
    }
    series.measured(between("2026-03-06", "12:00", "15:00"), 9_999);
    series.measured(between("2026-03-07", "12:00", "15:00"), 9_999);
    Formed.Values formed = values(form(between(DAY, "12:00", "15:00"), null));
    assertThat(formed.method().code()).isEqualTo("ZJ2");
    assertThat(formed.scaled()).isFalse();
    assertThat(formed.milliWattHours()).isEqualTo(of(12, 250));
    assertThat(formed.comparableDays())
        .containsExactly(
            LocalDate.of(2026, 3, 9),
            LocalDate.of(2026, 3, 10),
            LocalDate.of(2026, 3, 12),
            LocalDate.of(2026, 3, 13));
  }

  @Test
  void comparesOnlyWithDaysMeasuredAtAllTimesOfTheGap() {
    series.measured(between("2026-03-10", "12:00", "14:45"), 9_999);
    series.measured(between("2026-03-12", "12:00", "15:00"), 200);
    series.value(local("2026-03-12", "12:00"), 200, ValueQuality.SUBSTITUTE);
    series.measured(between("2026-02-11", "12:00", "15:00"), 70);
    Formed.Values formed = values(form(between(DAY, "12:00", "15:00"), null));
    assertThat(formed.milliWattHours()).isEqualTo(of(12, 70));
    assertThat(formed.comparableDays()).containsExactly(LocalDate.of(2026, 2, 11));
  }

  @Test
  void scalesToTheRegisterAdvanceWithoutLosingAnything() {
    series.measured(between("2026-03-10", "12:00", "15:00"), 7);
    // 1000 over twelve equal parts are 83⅓ each: four get one more, the earlier ones.
    Formed.Values formed = values(form(between(DAY, "12:00", "15:00"), 1_000L));
    assertThat(formed.scaled()).isTrue();
    assertThat(formed.milliWattHours())
        .isEqualTo(Stream.of(of(4, 84), of(8, 83)).flatMap(List::stream).toList());
    assertThat(values(form(between(DAY, "12:00", "15:00"), 0L)).milliWattHours())
        .isEqualTo(of(12, 0));
  }

  @Test
  void refusesToGuessAgainstTheRegister() {
    series.measured(between("2026-03-10", "12:00", "15:00"), 0);
    Interval gap = between(DAY, "12:00", "15:00");
    assertThat(form(gap, 1L))
        .isEqualTo(new Formed.Impossible(gap, Formed.Why.ADVANCE_WITHOUT_SHAPE));
    assertThat(form(gap, -1L))
        .isEqualTo(new Formed.Impossible(gap, Formed.Why.ADVANCE_BELOW_VALUES));
  }

  @Test
  void comparesByLocalTimeWhereClocksChange() {
    // Sunday 2026-03-29 has no hour from 02:00; the Sunday before has, and it is left out.
    series.measured(between("2026-03-22", "01:00", "02:00"), 100);
    series.measured(between("2026-03-22", "02:00", "03:00"), 9_999);
    series.measured(between("2026-03-22", "03:00", "04:00"), 300);
    series.measured(between("2026-03-22", "04:00", "05:00"), 400);
    Interval gap = between("2026-03-29", "01:00", "05:00");
    assertThat(gap.quarterHours()).isEqualTo(12);
    assertThat(values(form(gap, null)).milliWattHours())
        .isEqualTo(Stream.of(of(4, 100), of(4, 300), of(4, 400)).flatMap(List::stream).toList());
    // Sunday 2026-10-25 has the hour from 02:00 twice; the Sunday before once.
    series.measured(between("2026-10-18", "01:00", "03:00"), 50);
    Interval longer = between("2026-10-25", "01:00", "03:00");
    assertThat(longer.quarterHours()).isEqualTo(12);
    assertThat(values(form(longer, null)).milliWattHours()).isEqualTo(of(12, 50));
  }

  @Test
  void comparesEachLocalDayOfALongGapByItsKind() {
    // From Friday 22:00 to Saturday 02:00.
    series.measured(between("2026-03-12", "22:00", "23:45"), 10);
    series.value(local("2026-03-12", "23:45"), 10, ValueQuality.MEASURED);
    series.measured(between("2026-03-07", "00:00", "02:00"), 20);
    Interval gap = new Interval(local("2026-03-13", "22:00"), local("2026-03-14", "02:00"));
    assertThat(values(form(gap, null)).milliWattHours())
        .isEqualTo(Stream.of(of(8, 10), of(8, 20)).flatMap(List::stream).toList());
  }
}
