package org.nachbarstrom.edifact.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DueTimesTest {
  private static final DueTimes DUE = new DueTimes(GermanWorkingDays.STANDARD);

  @Test
  void contrlIsDueSixHoursAfterReceiptAlsoWhereClocksChange() {
    assertThat(DUE.contrl(at("2026-11-27T20:15:00+01:00"))).isEqualTo("2026-11-28T01:15:00Z");
    // 28 March 2026, 23:00; at 02:00 clocks go on to 03:00.
    assertThat(DUE.contrl(at("2026-03-28T23:00:00+01:00")))
        .isEqualTo(at("2026-03-29T06:00:00+02:00"));
    assertThat(DUE.contrl(at("2026-10-24T23:00:00+02:00")))
        .isEqualTo(at("2026-10-25T04:00:00+01:00"));
  }

  @Test
  void aperakIsDueAtNoonOfTheNextWorkingDay() {
    same("2026-11-23T00:00:00+01:00", "2026-11-24T12:00:00+01:00");
    same("2026-11-23T23:59:59+01:00", "2026-11-24T12:00:00+01:00");
    same("2026-11-24T00:00:00+01:00", "2026-11-25T12:00:00+01:00");
  }

  @Test
  void theDayOfReceiptIsTheGermanOne() {
    // 23:30 UTC is already the next day in Germany.
    same("2026-07-13T23:30:00Z", "2026-07-15T12:00:00+02:00");
  }

  @Test
  void whatComesOnFridayEveningOrAtTheWeekendIsDueOnMonday() {
    same("2026-11-27T21:00:00+01:00", "2026-11-30T12:00:00+01:00");
    same("2026-11-28T10:00:00+01:00", "2026-11-30T12:00:00+01:00");
    same("2026-11-29T23:00:00+01:00", "2026-11-30T12:00:00+01:00");
  }

  @Test
  void noonIsNoonAlsoOverAChangeOfClocks() {
    same("2026-03-27T18:00:00+01:00", "2026-03-30T12:00:00+02:00");
    same("2026-10-23T18:00:00+02:00", "2026-10-26T12:00:00+01:00");
  }

  @Test
  void easterMovesItToTuesday() {
    same("2026-04-02T15:00:00+02:00", "2026-04-07T12:00:00+02:00");
  }

  @Test
  void christmasAndNewYearAreLeftOut() {
    // 24 and 25 December 2026 are Thursday and Friday, 31 December is Thursday.
    same("2026-12-23T15:00:00+01:00", "2026-12-28T12:00:00+01:00");
    same("2026-12-24T09:00:00+01:00", "2026-12-28T12:00:00+01:00");
    same("2026-12-30T09:00:00+01:00", "2027-01-04T12:00:00+01:00");
  }

  private static void same(String receivedAt, String due) {
    assertThat(DUE.aperak(at(receivedAt))).isEqualTo(at(due));
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
