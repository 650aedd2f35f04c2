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

  private final Entry entry;

  DispatchRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
