package org.nachbarstrom.edifact.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

class HorizonTest {
  private static final Period THREE_YEARS = Period.ofYears(3);

  private static Instant horizon(String now) {
    return Horizon.of(Instant.parse(now), THREE_YEARS);
  }

  @Test
  void isTheBeginOfTheLocalDayThreeYearsAgo() {
    // Berlin is one hour ahead of UTC in November and two in July.
    assertThat(horizon("2029-11-27T10:00:00Z")).isEqualTo("2026-11-26T23:00:00Z");
    assertThat(horizon("2029-07-01T10:00:00Z")).isEqualTo("2026-06-30T22:00:00Z");
    assertThat(horizon("2028-02-29T12:00:00Z")).isEqualTo("2025-02-27T23:00:00Z");
  }

  @Test
  void movesAtLocalMidnight() {
    assertThat(horizon("2029-11-27T22:59:59Z")).isEqualTo("2026-11-26T23:00:00Z");
    assertThat(horizon("2029-11-27T23:00:00Z")).isEqualTo("2026-11-27T23:00:00Z");
    assertThat(Horizon.next(Instant.parse("2029-11-27T22:59:59Z")))
        .isEqualTo("2029-11-28T00:00:00Z");
  }
}
