package org.nachbarstrom.metering.accountingpoint;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a request about accounting points. */
public enum AccountingPointRejection implements Rejection {
  INVALID_ACCOUNTING_POINT(
      "METERING-0001",
      422,
      "invalid-accounting-point",
      "The accounting point cannot be declared like this."),
  UNKNOWN_ACCOUNTING_POINT(
      "METERING-0002",
      404,
      "unknown-accounting-point",
      "No accounting point is declared under this id."),
  METERING_POINT_TAKEN(
      "METERING-0003",
      409,
      "metering-point-taken",
      "The metering point meters another accounting point.");

  private final Entry entry;

  AccountingPointRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
