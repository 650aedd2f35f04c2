package org.nachbarstrom.metering.accountingpoint;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a request about accounting points. */
public enum AccountingPointRejection implements Rejection {
  INVALID_ACCOUNTING_POINT(
      1, 422, "invalid-accounting-point", "The accounting point cannot be declared like this."),
  UNKNOWN_ACCOUNTING_POINT(
      2, 404, "unknown-accounting-point", "No accounting point is declared under this id."),
  METERING_POINT_TAKEN(
      3, 409, "metering-point-taken", "The metering point meters another accounting point.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  AccountingPointRejection(int number, int status, String slug, String title) {
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
