package org.nachbarstrom.settlement.booking;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about booking batches. */
public enum BookingRejection implements Rejection {
  /** No batch of the tenant has this id. */
  BATCH_UNKNOWN("SETTLEMENT-0001", 404, "batch-unknown", "There is no such booking batch."),
  /** A newer version of the closing took its place. */
  BATCH_DISCARDED("SETTLEMENT-0002", 409, "batch-discarded", "The booking batch is discarded."),
  /** Clearing answers something that does not fit how far the batch is. */
  ANSWER_CONTRADICTS(
      "SETTLEMENT-0003", 409, "answer-contradicts", "An answer from clearing contradicts another.");

  private final Entry entry;

  BookingRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
