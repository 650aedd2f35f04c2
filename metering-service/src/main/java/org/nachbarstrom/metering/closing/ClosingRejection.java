package org.nachbarstrom.metering.closing;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a request about closings. */
public enum ClosingRejection implements Rejection {
  INVALID_CLOSING(
      "METERING-0030", 422, "invalid-closing", "The period cannot be closed like this."),
  UNKNOWN_CLOSING("METERING-0031", 404, "unknown-closing", "There is no closing with this id."),
  OVERLAPPING_CLOSING(
      "METERING-0032",
      409,
      "overlapping-closing",
      "Another closing of the community covers some of the days."),
  NOTHING_HELD("METERING-0033", 409, "nothing-held", "No such correction waits for approval."),
  UNKNOWN_VERSION("METERING-0160", 404, "unknown-version", "The closing has no such version."),
  INPUTS_NOT_LISTED(
      "METERING-0161", 404, "inputs-not-listed", "The inputs of this version were not listed yet."),
  TOO_MANY_REPRODUCTIONS(
      "METERING-0186",
      503,
      "too-many-reproductions",
      "As many versions are being computed again as may be at a time."),
  CORRECTION_SEALED(
      "METERING-0176",
      409,
      "correction-sealed",
      "The closing is sealed and gets no further version.");

  private final Entry entry;

  ClosingRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
