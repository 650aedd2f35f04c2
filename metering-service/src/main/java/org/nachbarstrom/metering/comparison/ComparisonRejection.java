package org.nachbarstrom.metering.comparison;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a comparison. */
public enum ComparisonRejection implements Rejection {
  UNREADABLE_OPERATOR_FILE(
      70, 422, "unreadable-operator-file", "The operator's file cannot be read.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  ComparisonRejection(int number, int status, String slug, String title) {
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
