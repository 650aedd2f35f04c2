package org.nachbarstrom.metering.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.series.Origin;

class VerdictTest {
  private static final Instant TEN = Instant.parse("2026-04-01T10:00:00Z");
  private static final Origin MESSAGE = new Origin(TEN, TEN.plusSeconds(5), "9900/R1/M1");

  @Test
  void comesAfterItsMessageAndBeforeAnyOtherLaterOne() {
    Origin rejected = Verdict.rejecting(MESSAGE);
    assertThat(rejected).isGreaterThan(MESSAGE);
    assertThat(new Origin(TEN.plusSeconds(60), TEN, "")).isGreaterThan(rejected);
    assertThat(new Origin(TEN, TEN.plusSeconds(6), "")).isGreaterThan(rejected);
    // A blank is the least sign that a reference has.
    assertThat(new Origin(TEN, TEN.plusSeconds(5), "9900/R1/M1 ")).isGreaterThan(rejected);
    assertThat(new Origin(TEN, TEN.plusSeconds(5), "9900/R1/M10")).isGreaterThan(rejected);
    assertThat(new Origin(TEN, TEN.plusSeconds(5), "9900/R1/M0")).isLessThan(rejected);
  }

  @Test
  void followsItsPredecessorHoweverOftenItChanges() {
    Origin last = MESSAGE;
    for (int i = 0; i < 20; i++) {
      Origin rejected = Verdict.rejecting(last);
      Origin restored = Verdict.restoring(rejected);
      assertThat(rejected).isGreaterThan(last);
      assertThat(restored).isGreaterThan(rejected);
      assertThat(Verdict.rejects(rejected)).isTrue();
      assertThat(Verdict.rejects(restored)).isFalse();
      assertThat(Verdict.message(restored)).isEqualTo(MESSAGE);
      last = restored;
    }
    assertThat(last.reference()).isEqualTo("9900/R1/M1\t000040 RESTORED");
  }

  @Test
  void takesTheSubstituteBackThatStoodInForTheValue() {
    Origin substitute = new Origin(TEN, TEN.plusSeconds(900), "substitution/1");
    Origin restored = Verdict.restoring(MESSAGE, substitute);
    assertThat(restored).isGreaterThan(substitute);
    assertThat(new Origin(TEN, TEN.plusSeconds(901), "")).isGreaterThan(restored);
    assertThat(Verdict.rejecting(restored)).isGreaterThan(restored);
  }

  @Test
  void isNoMessageThatOnlyNamesAWord() {
    assertThat(Verdict.rejects(new Origin(TEN, TEN, "9900/R1/M1 REJECTED"))).isFalse();
  }
}
