package org.nachbarstrom.metering.reading;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons not to take readings or quantities, or not to answer a question about them. */
public enum ReadingRejection implements Rejection {
  UNREADABLE_OBJECT(40, 422, "unreadable-object", "The values belong to no valid metered object."),
  UNREADABLE_VALUE(41, 422, "unreadable-value", "A value, register or period cannot be taken."),
  VALUE_TWICE(42, 422, "value-twice", "One document says two values for the same."),
  INVALID_READING_QUERY(43, 400, "invalid-reading-query", "The question is not valid."),
  REFERENCE_REUSED(
      44, 409, "reference-reused", "Another document of the sender has the same reference.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  ReadingRejection(int number, int status, String slug, String title) {
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
