package org.nachbarstrom.metering.closing;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a request about closings. */
public enum ClosingRejection implements Rejection {
  INVALID_CLOSING(30, 422, "invalid-closing", "The period cannot be closed like this."),
  UNKNOWN_CLOSING(31, 404, "unknown-closing", "There is no closing with this id."),
  OVERLAPPING_CLOSING(
      32, 409, "overlapping-closing", "Another closing of the community covers some of the days."),
  NOTHING_HELD(33, 409, "nothing-held", "No such correction waits for approval."),
  UNKNOWN_VERSION(160, 404, "unknown-version", "The closing has no such version."),
  INPUTS_NOT_LISTED(
      161, 404, "inputs-not-listed", "The inputs of this version were not listed yet.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  ClosingRejection(int number, int status, String slug, String title) {
    this.number = number;
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  @Override
  public String code() {
    return "METERING-%04d".formatted(number);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String service() {
    return "metering";
  }
}
