package org.nachbarstrom.edifact.acknowledgement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.nachbarstrom.edifact.core.answer.DueTimes;
import org.nachbarstrom.edifact.core.answer.GermanWorkingDays;

/** Until when answers are due, by the calendar of the market and its configured changes. */
@ApplicationScoped
public class Deadlines {
  private static final ZoneId GERMAN_TIME = ZoneId.of("Europe/Berlin");

  private final DueTimes due;

  Deadlines(CalendarSettings settings) {
    this.due =
        new DueTimes(
            GermanWorkingDays.with(
                settings.moreHolidays().orElse(Set.of()),
                settings.moreWorkingDays().orElse(Set.of())));
  }

  /** When the CONTRL to something received or delivered then is due. */
  public Instant contrl(Instant at) {
    return due.contrl(at);
  }

  /** When the APERAK to something received or delivered then is due. */
  public Instant aperak(Instant at) {
    return due.aperak(at);
  }

  /** The time before which what was delivered has an overdue CONTRL now. */
  public Instant contrlOverdueBefore(Instant now) {
    return now.minus(Duration.between(Instant.EPOCH, due.contrl(Instant.EPOCH)));
  }

  /**
   * The time before which what was delivered has an overdue APERAK now: the begin of the first
   * local day whose answers are not due yet.
   */
  public Instant aperakOverdueBefore(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, GERMAN_TIME);
    while (!due.aperak(start(day.minusDays(1))).isBefore(now)) {
      day = day.minusDays(1);
    }
    return start(day);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(GERMAN_TIME).toInstant();
  }
}
