package org.nachbarstrom.metering.plausibility;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a request about checks and findings. */
public enum PlausibilityRejection implements Rejection {
  INVALID_CHECK("METERING-0060", 422, "invalid-check", "The series cannot be checked like this."),
  UNKNOWN_FINDING("METERING-0150", 404, "unknown-finding", "Nothing with this id is found now."),
  INVALID_RELEASE(
      "METERING-0151", 422, "invalid-release", "The finding cannot be released like this.");

  private final Entry entry;

  PlausibilityRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
