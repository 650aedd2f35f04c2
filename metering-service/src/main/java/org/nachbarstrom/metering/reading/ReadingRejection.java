package org.nachbarstrom.metering.reading;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons not to take readings or quantities, or not to answer a question about them. */
public enum ReadingRejection implements Rejection {
  UNREADABLE_OBJECT(
      "METERING-0040", 422, "unreadable-object", "The values belong to no valid metered object."),
  UNREADABLE_VALUE(
      "METERING-0041", 422, "unreadable-value", "A value, register or period cannot be taken."),
  VALUE_TWICE("METERING-0042", 422, "value-twice", "One document says two values for the same."),
  INVALID_READING_QUERY(
      "METERING-0043", 400, "invalid-reading-query", "The question is not valid."),
  REFERENCE_REUSED(
      "METERING-0044",
      409,
      "reference-reused",
      "Another document of the sender has the same reference.");

  private final Entry entry;

  ReadingRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
