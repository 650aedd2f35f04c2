package org.nachbarstrom.metering.completeness;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons not to say what is missing, or not to keep a request for values. */
public enum CompletenessRejection implements Rejection {
  INVALID_COMPLETENESS_QUERY(
      "METERING-0170",
      400,
      "invalid-completeness-query",
      "The question about completeness is not valid."),
  INVALID_VALUE_REQUEST(
      "METERING-0171",
      422,
      "invalid-value-request",
      "The request for values cannot be kept like this."),
  VALUE_REQUEST_REUSED(
      "METERING-0172", 409, "value-request-reused", "Another request for values has the same key.");

  private final Entry entry;

  CompletenessRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
