package org.nachbarstrom.metering.retention;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons that have to do with values that are kept no longer. */
public enum RetentionRejection implements Rejection {
  VALUES_ERASED("METERING-0173", 410, "values-erased", "The values asked for are kept no longer."),
  VALUES_TOO_LATE(
      "METERING-0174",
      422,
      "values-too-late",
      "The values belong to days whose values are kept no longer."),
  INVALID_HOLD("METERING-0175", 422, "invalid-hold", "The hold cannot be kept like this.");

  private final Entry entry;

  RetentionRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
