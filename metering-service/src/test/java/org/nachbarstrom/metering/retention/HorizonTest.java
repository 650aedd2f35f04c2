package org.nachbarstrom.metering.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

class HorizonTest {
  private static final Period THREE_YEARS = Period.ofYears(3);

  private static Instant horizon(String now, Period kept) {
    return Horizon.of(Instant.parse(now), kept);
  }

  @Test
  void isTheBeginOfTheUtcDayInWhichTheFirstKeptLocalDayBegins() {
    // 2023-11-27 begins in Berlin at 2023-11-26T23:00Z, and 2023-07-01 at 2023-06-30T22:00Z.
    assertThat(horizon("2026-11-27T16:00:00Z", THREE_YEARS)).isEqualTo("2023-11-26T00:00:00Z");
    assertThat(horizon("2026-07-01T12:00:00Z", THREE_YEARS)).isEqualTo("2023-06-30T00:00:00Z");
    assertThat(horizon("2026-07-01T12:00:00Z", Period.ofMonths(6)))
        .isEqualTo("2025-12-31T00:00:00Z");
  }

  @Test
  void movesAtLocalMidnight() {
    assertThat(horizon("2026-11-26T23:00:00Z", THREE_YEARS)).isEqualTo("2023-11-26T00:00:00Z");
    assertThat(horizon("2026-11-26T22:59:59.999999Z", THREE_YEARS))
        .isEqualTo("2023-11-25T00:00:00Z");
    assertThat(Horizon.next(Instant.parse("2026-11-26T22:59:59Z")))
        .isEqualTo("2026-11-27T00:00:00Z");
    assertThat(Horizon.next(Instant.parse("2026-11-26T23:00:00Z")))
        .isEqualTo("2026-11-28T00:00:00Z");
  }

  @Test
  void takesTheLastDayOfFebruaryWhereTheYearHasNoLeapDay() {
    // 2028-02-29 less three years is 2025-02-28, which begins at 2025-02-27T23:00Z.
    assertThat(horizon("2028-02-29T12:00:00Z", THREE_YEARS)).isEqualTo("2025-02-27T00:00:00Z");
  }
}
