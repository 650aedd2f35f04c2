package org.nachbarstrom.clearing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchRulesTest {
  private static final String CONSUMER = "50000000013/ahrens";

  @Test
  void acceptsBookingsThatFitTheirControlTotals() {
    CheckedBatch checked =
        check(
            new ControlTotals(2, 30, 300),
            line(CONSUMER, "GRID", 10, 100),
            line("GRID", CONSUMER, 20, 200));

    assertThat(checked).isInstanceOf(CheckedBatch.Sound.class);
  }

  @Test
  void refusesOtherControlTotals() {
    assertRefused(
        check(new ControlTotals(1, 11, 100), line(CONSUMER, "GRID", 10, 100)),
        BatchRejection.CONTROL_TOTALS_WRONG);
    assertRefused(
        check(new ControlTotals(2, 10, 100), line(CONSUMER, "GRID", 10, 100)),
        BatchRejection.CONTROL_TOTALS_WRONG);
    assertRefused(
        check(new ControlTotals(1, 10, 99), line(CONSUMER, "GRID", 10, 100)),
        BatchRejection.CONTROL_TOTALS_WRONG);
  }

  @Test
  void refusesNegativeAmountsAndEnergies() {
    assertRefused(
        check(new ControlTotals(1, -1, 0), line(CONSUMER, "GRID", -1, 0)),
        BatchRejection.BOOKING_INVALID);
    assertRefused(
        check(new ControlTotals(1, 0, -1), line(CONSUMER, "GRID", 0, -1)),
        BatchRejection.BOOKING_INVALID);
  }

  @Test
  void refusesAnAccountOnBothSidesAndAKeyThatIsNone() {
    assertRefused(
        check(new ControlTotals(1, 1, 0), line(CONSUMER, CONSUMER, 1, 0)),
        BatchRejection.BOOKING_INVALID);
    assertRefused(
        check(new ControlTotals(1, 1, 0), line("grid", CONSUMER, 1, 0)),
        BatchRejection.BOOKING_INVALID);
  }

  @Test
  void refusesABookingThatOccursTwice() {
    BookingLine line = line(CONSUMER, "GRID", 1, 1);

    assertRefused(check(new ControlTotals(2, 2, 2), line, line), BatchRejection.BOOKING_REPEATED);
  }

  @Test
  void refusesNothing() {
    assertRefused(check(new ControlTotals(0, 0, 0)), BatchRejection.BATCH_EMPTY);
  }

  @Test
  void refusesSumsThatDoNotFit() {
    assertRefused(
        check(
            new ControlTotals(2, 0, 0),
            line(CONSUMER, "GRID", Long.MAX_VALUE, 0),
            line(CONSUMER, "GRID", 1, 0)),
        BatchRejection.SUM_TOO_LARGE);
  }

  private static void assertRefused(CheckedBatch checked, BatchRejection rejection) {
    assertThat(checked).isInstanceOf(CheckedBatch.Bad.class);
    assertThat(((CheckedBatch.Bad) checked).refusal().code()).isEqualTo(rejection.code());
  }

  private static CheckedBatch check(ControlTotals totals, BookingLine... lines) {
    return BatchRules.check(
        new ReceivedBatch(
            UUID.randomUUID(),
            1,
            UUID.randomUUID(),
            "FIRST",
            Optional.empty(),
            new ClosingReference(UUID.randomUUID(), 1, "sonnenweg"),
            List.of(lines),
            totals));
  }

  private static BookingLine line(String debit, String credit, long amount, long energy) {
    return new BookingLine(UUID.randomUUID(), "ANY", "50000000013", debit, credit, amount, energy);
  }
}
