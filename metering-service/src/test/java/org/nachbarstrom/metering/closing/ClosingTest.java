package org.nachbarstrom.metering.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

class ClosingTest {
  private static final Closing REQUESTED =
      Closing.requested(
          new Tenant("werk"),
          "sonnenweg",
          new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)),
          Instant.parse("2026-04-01T06:00:00Z"));

  @Test
  void goesFromProvisionalToFinalWithoutApproval() {
    Closing provisional = REQUESTED.closed(true);
    assertThat(provisional.stage()).isEqualTo(ClosingStage.PROVISIONAL);
    assertThat(provisional.mustHold(List.of("a"))).isFalse();
    assertThat(provisional.closed(false).stage()).isEqualTo(ClosingStage.FINAL);
  }

  @Test
  void holdsWhateverFollowsAFinalVersionThoughAProvisionalOneCameBetween() {
    Closing between = REQUESTED.closed(false).closed(true);
    assertThat(between.stage()).isEqualTo(ClosingStage.PROVISIONAL);
    assertThat(between.mustHold(List.of("a"))).isTrue();
    assertThat(between.closed(false).stage()).isEqualTo(ClosingStage.CORRECTED);
  }
}
