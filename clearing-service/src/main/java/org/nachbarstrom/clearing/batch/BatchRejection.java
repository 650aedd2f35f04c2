package org.nachbarstrom.clearing.batch;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about booking batches. */
public enum BatchRejection implements Rejection {
  BATCH_NOT_FOUND("CLEARING-0001", 404, "batch-not-found", "There is no such batch."),
  CONTROL_TOTALS_WRONG(
      "CLEARING-0002", 422, "control-totals-wrong", "The control totals do not fit the bookings."),
  BOOKING_INVALID("CLEARING-0003", 422, "booking-invalid", "A booking is impossible."),
  ACCOUNT_OVERDRAWN(
      "CLEARING-0004", 422, "account-overdrawn", "An account would give energy it never got."),
  BOOKING_REPEATED("CLEARING-0005", 409, "booking-repeated", "A booking id was used before."),
  SEQUENCE_TAKEN("CLEARING-0006", 409, "sequence-taken", "Another batch has this sequence."),
  BATCH_CHANGED(
      "CLEARING-0007", 409, "batch-changed", "A known batch came again with other content."),
  SUM_TOO_LARGE("CLEARING-0008", 422, "sum-too-large", "A sum does not fit the ledger."),
  BATCH_EMPTY("CLEARING-0009", 422, "batch-empty", "The batch has no bookings.");

  private final Entry entry;

  BatchRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
