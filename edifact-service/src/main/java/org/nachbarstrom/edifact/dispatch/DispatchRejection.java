package org.nachbarstrom.edifact.dispatch;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about outgoing interchanges. */
public enum DispatchRejection implements Rejection {
  OUTGOING_NOT_FOUND(
      "EDIFACT-0201", 404, "outgoing-not-found", "There is no such outgoing interchange."),
  INTERCHANGE_PARKED(
      "EDIFACT-0202", 409, "interchange-parked", "The interchange is parked and is not sent."),
  INTERCHANGE_CONFIRMED(
      "EDIFACT-0203", 409, "interchange-confirmed", "The partner has confirmed the interchange.");

  private final String code;
  private final int status;
  private final String slug;
  private final String title;

  DispatchRejection(String code, int status, String slug, String title) {
    this.code = code;
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
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
    return "edifact";
  }
}
