package org.nachbarstrom.metering.series;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons not to take values or not to answer a question about them. */
public enum SeriesRejection implements Rejection {
  UNREADABLE_ACCOUNTING_POINT(
      10, 422, "unreadable-accounting-point", "The values belong to no valid accounting point id."),
  UNSUPPORTED_RESOLUTION(11, 422, "unsupported-resolution", "Only quarter-hour values are taken."),
  MISALIGNED_VALUES(
      12, 422, "misaligned-values", "Quarter-hours begin at :00, :15, :30 and :45 UTC."),
  IMPLAUSIBLE_QUANTITY(13, 422, "implausible-quantity", "An energy is negative or absurdly large."),
  QUALITY_COUNT_MISMATCH(
      14, 422, "quality-count-mismatch", "There are not as many qualities as values."),
  OVERLAPPING_VALUES(
      15, 422, "overlapping-values", "One message has two values for the same quarter-hour."),
  INVALID_SERIES_QUERY(16, 400, "invalid-series-query", "The period asked for is not valid."),
  STATUS_OUTSIDE_VALUES(
      17, 422, "status-outside-values", "A status belongs to no value, or two to the same.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  SeriesRejection(int number, int status, String slug, String title) {
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
