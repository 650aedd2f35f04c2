package org.nachbarstrom.edifact.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Deadlines MARKET = new Deadlines(new Calendar(Set.of(), Set.of()));

  @Test
  void letsAnAperakWaitUntilNoonOfTheNextWorkingDay() {
    // Thursday before Easter 2026 in summer time; the next working day is Tuesday, 7 April.
    assertThat(MARKET.aperak(Instant.parse("2026-04-02T08:00:00Z")))
        .isEqualTo(Instant.parse("2026-04-07T10:00:00Z"));
  }

  @Test
  void countsDaysOffThatAreConfigured() {
    Set<LocalDate> tuesday = Set.of(LocalDate.of(2026, 4, 7));
    Set<LocalDate> goodFriday = Set.of(LocalDate.of(2026, 4, 3));
    Instant thursday = Instant.parse("2026-04-02T08:00:00Z");
    assertThat(new Deadlines(new Calendar(tuesday, Set.of())).aperak(thursday))
        .isEqualTo(Instant.parse("2026-04-08T10:00:00Z"));
    assertThat(new Deadlines(new Calendar(Set.of(), goodFriday)).aperak(thursday))
        .isEqualTo(Instant.parse("2026-04-03T10:00:00Z"));
  }

  @Test
  void tellsFromWhenOnDeliveriesAreNotOverdue() {
    // On Tuesday after Easter at noon what came on Thursday is due, but not overdue yet.
    assertThat(MARKET.aperakOverdueBefore(Instant.parse("2026-04-07T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-04-01T22:00:00Z"));
    // A microsecond later everything up to the end of Monday is.
    assertThat(MARKET.aperakOverdueBefore(Instant.parse("2026-04-07T10:00:00.000001Z")))
        .isEqualTo(Instant.parse("2026-04-06T22:00:00Z"));
    assertThat(MARKET.contrlOverdueBefore(Instant.parse("2026-04-07T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-04-07T04:00:00Z"));
  }

  private record Calendar(Set<LocalDate> holidays, Set<LocalDate> workingDays)
      implements CalendarSettings {
    @Override
    public Optional<Set<LocalDate>> moreHolidays() {
      return Optional.of(holidays);
    }

    @Override
    public Optional<Set<LocalDate>> moreWorkingDays() {
      return Optional.of(workingDays);
    }

    @Override
    public Duration checkEvery() {
      return Duration.ofMinutes(1);
    }
  }
}
