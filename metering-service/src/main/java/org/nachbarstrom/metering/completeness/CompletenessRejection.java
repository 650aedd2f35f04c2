package org.nachbarstrom.metering.completeness;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons not to say what is missing, or not to keep a request for values. */
public enum CompletenessRejection implements Rejection {
  INVALID_COMPLETENESS_QUERY(
      170, 400, "invalid-completeness-query", "The question about completeness is not valid."),
  INVALID_VALUE_REQUEST(
      171, 422, "invalid-value-request", "The request for values cannot be kept like this."),
  VALUE_REQUEST_REUSED(
      172, 409, "value-request-reused", "Another request for values has the same key.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  CompletenessRejection(int number, int status, String slug, String title) {
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
