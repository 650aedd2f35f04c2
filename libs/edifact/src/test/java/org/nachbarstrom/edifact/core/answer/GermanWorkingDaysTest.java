package org.nachbarstrom.edifact.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dates from published calendars of public holidays. */
class GermanWorkingDaysTest {
  private static final GermanWorkingDays DAYS = GermanWorkingDays.STANDARD;

  @Test
  void knowsEveryHolidayFromMondayToFridayOf2024() {
    assertThat(holidays(2024))
        .containsExactly(
            "01-01", "03-08", "03-29", "04-01", "05-01", "05-09", "05-20", "05-30", "08-15",
            "09-20", "10-03", "10-31", "11-01", "11-20", "12-24", "12-25", "12-26", "12-31");
  }

  @Test
  void knowsEveryHolidayFromMondayToFridayOf2025() {
    assertThat(holidays(2025))
        .containsExactly(
            "01-01", "01-06", "04-18", "04-21", "05-01", "05-08", "05-29", "06-06", "06-09",
            "06-19", "08-15", "10-03", "10-31", "11-19", "12-24", "12-25", "12-26", "12-31");
  }

  @Test
  void knowsEveryHolidayFromMondayToFridayOf2026() {
    assertThat(holidays(2026))
        .containsExactly(
            "01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "11-18",
            "12-24", "12-25", "12-31");
  }

  @Test
  void knowsEveryHolidayFromMondayToFridayOf2027() {
    assertThat(holidays(2027))
        .containsExactly(
            "01-01", "01-06", "03-08", "03-26", "03-29", "05-06", "05-17", "05-27", "09-20",
            "11-01", "11-17", "12-24", "12-31");
  }

  @Test
  void calculatesEasterAlsoWhereGaussHadToCorrectHimself() {
    Map<Integer, String> easters =
        Map.of(
            1818, "1818-03-22",
            1954, "1954-04-18",
            1981, "1981-04-19",
            2000, "2000-04-23",
            2008, "2008-03-23",
            2038, "2038-04-25",
            2049, "2049-04-18",
            2076, "2076-04-19",
            2285, "2285-03-22");
    easters.forEach((year, easter) ->
        assertThat(GermanWorkingDays.easter(year)).isEqualTo(LocalDate.parse(easter)));
  }

  @Test
  void neitherSaturdayNorSundayIsAWorkingDay() {
    assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 11, 27))).isTrue();
    assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 11, 28))).isFalse();
    assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 11, 29))).isFalse();
    assertThat(DAYS.next(LocalDate.of(2026, 11, 27))).isEqualTo(LocalDate.of(2026, 11, 30));
  }

  @Test
  void holidaysOfSingleTownsAreWorkingDays() {
    // Augsburger Friedensfest, a Friday in 2025.
    assertThat(DAYS.isWorkingDay(LocalDate.of(2025, 8, 8))).isTrue();
  }

  @Test
  void daysCanBeAddedAndTakenAway() {
    LocalDate added = LocalDate.of(2027, 4, 1);
    LocalDate removed = LocalDate.of(2027, 3, 8);
    GermanWorkingDays changed = GermanWorkingDays.with(Set.of(added), Set.of(removed));
    assertThat(changed.isWorkingDay(added)).isFalse();
    assertThat(changed.isWorkingDay(removed)).isTrue();
    assertThat(changed.isWorkingDay(LocalDate.of(2025, 6, 6))).isFalse();
  }

  @Test
  void aCalendarWithoutWorkingDaysIsRefused() {
    WorkingDays none = day -> false;
    assertThatIllegalStateException().isThrownBy(() -> none.next(LocalDate.of(2026, 1, 1)));
  }

  private static List<String> holidays(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .filter(day -> !DAYS.isWorkingDay(day))
        .map(day -> day.toString().substring(5))
        .toList();
  }
}
