package org.nachbarstrom.metering.series;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons not to take values or not to answer a question about them. */
public enum SeriesRejection implements Rejection {
  UNREADABLE_ACCOUNTING_POINT(
      "METERING-0010",
      422,
      "unreadable-accounting-point",
      "The values belong to no valid accounting point id."),
  UNSUPPORTED_RESOLUTION(
      "METERING-0011", 422, "unsupported-resolution", "Only quarter-hour values are taken."),
  MISALIGNED_VALUES(
      "METERING-0012",
      422,
      "misaligned-values",
      "Quarter-hours begin at :00, :15, :30 and :45 UTC."),
  IMPLAUSIBLE_QUANTITY(
      "METERING-0013", 422, "implausible-quantity", "An energy is negative or absurdly large."),
  QUALITY_COUNT_MISMATCH(
      "METERING-0014", 422, "quality-count-mismatch", "There are not as many qualities as values."),
  OVERLAPPING_VALUES(
      "METERING-0015",
      422,
      "overlapping-values",
      "One message has two values for the same quarter-hour."),
  INVALID_SERIES_QUERY(
      "METERING-0016", 400, "invalid-series-query", "The period asked for is not valid."),
  STATUS_OUTSIDE_VALUES(
      "METERING-0017",
      422,
      "status-outside-values",
      "A status belongs to no value, or two to the same.");

  private final Entry entry;

  SeriesRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
