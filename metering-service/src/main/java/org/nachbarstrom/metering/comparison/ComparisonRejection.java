package org.nachbarstrom.metering.comparison;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a comparison. */
public enum ComparisonRejection implements Rejection {
  UNREADABLE_OPERATOR_FILE(
      "METERING-0070", 422, "unreadable-operator-file", "The operator's file cannot be read.");

  private final Entry entry;

  ComparisonRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
