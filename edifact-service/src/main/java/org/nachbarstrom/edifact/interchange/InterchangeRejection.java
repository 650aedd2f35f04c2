package org.nachbarstrom.edifact.interchange;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about interchanges. */
public enum InterchangeRejection implements Rejection {
  DUPLICATE_INTERCHANGE(
      "EDIFACT-0001", 409, "duplicate-interchange", "The interchange was received before."),
  UNREADABLE_INTERCHANGE(
      "EDIFACT-0002", 422, "unreadable-interchange", "The syntax of the interchange is broken."),
  INTERCHANGE_NOT_FOUND(
      "EDIFACT-0003", 404, "interchange-not-found", "There is no such interchange."),
  NO_CONTRL("EDIFACT-0004", 404, "no-contrl", "No CONTRL answers this interchange."),
  UNPACKED_TOO_LARGE(
      "EDIFACT-0005", 413, "unpacked-too-large", "The packed file unpacks to more than allowed."),
  BROKEN_COMPRESSION(
      "EDIFACT-0006", 422, "broken-compression", "The packed file cannot be unpacked."),
  INTERCHANGE_ERASED(
      "EDIFACT-0007",
      410,
      "interchange-erased",
      "The bytes of the interchange are kept no longer.");

  private final Entry entry;

  InterchangeRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
