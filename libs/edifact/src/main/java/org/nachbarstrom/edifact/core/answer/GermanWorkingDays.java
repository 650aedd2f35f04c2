package org.nachbarstrom.edifact.core.answer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/**
 * The working days (Werktage) of the German energy market: every day but Saturdays, Sundays, public
 * holidays, 24 December and 31 December; a public holiday of one federal state counts in all of
 * them. Source: definition of WT in the market rules of the Bundesnetzagentur (GPKE, WiM, GeLi Gas)
 * and the BDEW calendar of holidays made by it.
 *
 * <p>Holidays are those that laws of the states name for every year as of 2026; holidays of single
 * towns (Augsburger Friedensfest) do not count. Days that hold for one year only are listed in
 * {@link #STANDARD}; what changes later is given to {@link #with}.
 *
 * @param moreHolidays days without market communication beside the yearly ones
 * @param moreWorkingDays days that are working days all the same
 */
public record GermanWorkingDays(Set<LocalDate> moreHolidays, Set<LocalDate> moreWorkingDays)
    implements WorkingDays {
  /**
   * The yearly holidays, 8 May 2025 (holiday in Berlin) and 6 June 2025 (the market's day off for
   * the change to suppliers within 24 hours).
   */
  public static final GermanWorkingDays STANDARD =
      new GermanWorkingDays(Set.of(LocalDate.of(2025, 5, 8), LocalDate.of(2025, 6, 6)), Set.of());

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1), // Neujahr
          MonthDay.of(1, 6), // Heilige Drei Könige
          MonthDay.of(3, 8), // Frauentag
          MonthDay.of(5, 1), // Tag der Arbeit
          MonthDay.of(8, 15), // Mariä Himmelfahrt
          MonthDay.of(9, 20), // Weltkindertag
          MonthDay.of(10, 3), // Tag der Deutschen Einheit
          MonthDay.of(10, 31), // Reformationstag
          MonthDay.of(11, 1), // Allerheiligen
          MonthDay.of(12, 24),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26),
          MonthDay.of(12, 31));

  /** Karfreitag, Ostermontag, Christi Himmelfahrt, Pfingstmontag, Fronleichnam. */
  private static final Set<Long> DAYS_AFTER_EASTER = Set.of(-2L, 1L, 39L, 50L, 60L);

  private static final int REPENTANCE_BEFORE_DAY = 23;

  /** A calendar. */
  public GermanWorkingDays {
    moreHolidays = Set.copyOf(moreHolidays);
    moreWorkingDays = Set.copyOf(moreWorkingDays);
  }

  /**
   * The standard calendar with changes.
   *
   * @param holidays further days without market communication
   * @param workingDays days that are working days all the same
   */
  public static GermanWorkingDays with(Set<LocalDate> holidays, Set<LocalDate> workingDays) {
    Set<LocalDate> all = new HashSet<>(STANDARD.moreHolidays);
    all.addAll(holidays);
    return new GermanWorkingDays(all, workingDays);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    if (moreWorkingDays.contains(day)) {
      return true;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return !weekend && !moreHolidays.contains(day) && !isYearlyHoliday(day);
  }

  private static boolean isYearlyHoliday(LocalDate day) {
    long afterEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
    return FIXED.contains(MonthDay.from(day))
        || DAYS_AFTER_EASTER.contains(afterEaster)
        || day.equals(repentanceDay(day.getYear()));
  }

  /** Buß- und Bettag: the Wednesday before 23 November. */
  private static LocalDate repentanceDay(int year) {
    return LocalDate.of(year, 11, REPENTANCE_BEFORE_DAY)
        .with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY));
  }

  /**
   * Easter Sunday of the Gregorian calendar by Gauss's rule with his correction of 1816: 22 March
   * plus {@code d} days to the full moon plus {@code e} days to the Sunday, and a week earlier in
   * the two cases where the rule would come out too late.
   */
  static LocalDate easter(int year) {
    int cycle = year % 19;
    int century = year / 100;
    int moon = (15 - (13 + 8 * century) / 25 + century - century / 4) % 30;
    int sun = (4 + century - century / 4) % 7;
    int d = (19 * cycle + moon) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + sun) % 7;
    boolean late = e == 6 && (d == 29 || (d == 28 && (11 * moon + 11) % 30 < 19));
    return LocalDate.of(year, 3, 22).plusDays(d + e - (late ? 7 : 0));
  }
}
