package org.nachbarstrom.edifact.core.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Until when answers are due, for ours to partners as for theirs to us. The clock that is compared
 * with must be the one that took the time of receipt.
 *
 * @param workingDays the calendar
 */
public record DueTimes(WorkingDays workingDays) {
  private static final ZoneId GERMAN_TIME = ZoneId.of("Europe/Berlin");
  private static final Duration CONTRL = Duration.ofHours(6);

  /**
   * When the CONTRL is due: six hours after the interchange was received.
   *
   * @param receivedAt when the interchange was received
   */
  public Instant contrl(Instant receivedAt) {
    return receivedAt.plus(CONTRL);
  }

  /**
   * When the APERAK is due: at noon of the next working day, German legal time (APERAK application
   * handbook 1.1, 2.4.1 for later steps of a process and 2.5.1). Holds for MSCONS in both sectors;
   * UTILMD and ORDERS have shorter times.
   *
   * @param receivedAt when the interchange was received
   */
  public Instant aperak(Instant receivedAt) {
    LocalDate day = workingDays.next(LocalDate.ofInstant(receivedAt, GERMAN_TIME));
    return day.atTime(LocalTime.NOON).atZone(GERMAN_TIME).toInstant();
  }
}
