package org.nachbarstrom.metering.retention;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons that have to do with values that are kept no longer. */
public enum RetentionRejection implements Rejection {
  VALUES_ERASED(173, 410, "values-erased", "The values asked for are kept no longer."),
  VALUES_TOO_LATE(
      174, 422, "values-too-late", "The values belong to days whose values are kept no longer."),
  INVALID_HOLD(175, 422, "invalid-hold", "The hold cannot be kept like this.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  RetentionRejection(int number, int status, String slug, String title) {
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
