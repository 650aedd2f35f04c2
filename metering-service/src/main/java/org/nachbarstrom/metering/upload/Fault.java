package org.nachbarstrom.metering.upload;

/** What can be wrong with a line, a row or a value of an upload; the names are stable codes. */
public enum Fault {
  /** The line is no JSON object, or nested or named beyond measure. */
  UNREADABLE_LINE,
  /** The line is longer than a line may be. */
  LINE_TOO_LONG,
  /** The line has a member that lines do not have, or that does not belong to its kind. */
  UNKNOWN_MEMBER,
  /** The line has a member twice. */
  MEMBER_TWICE,
  /** A member or cell that must be there is not. */
  MISSING,
  /** A member is of another form than it must be. */
  UNREADABLE_MEMBER,
  /** Not an id of an accounting point or metering point; also: its check digit is wrong. */
  INVALID_POINT,
  /** The OBIS code is none, or that of another kind of register, or contradicts the direction. */
  WRONG_REGISTER,
  /** Not a quality, or one that no value can have. */
  UNREADABLE_QUALITY,
  /** There are not as many qualities as values. */
  QUALITY_COUNT,
  /** The line has more values than a line may have. */
  TOO_MANY_VALUES,
  /** The value is no decimal number. */
  UNREADABLE_VALUE,
  /** The value is below zero. */
  NEGATIVE_VALUE,
  /** The value is finer than 10⁻⁶ kWh; nothing is rounded. */
  TOO_FINE,
  /** The value is above 1 GWh in a quarter-hour, or a reading has more than twelve digits. */
  TOO_LARGE,
  /** The upload has another value for the same quarter-hour or moment; the first one counts. */
  VALUE_TWICE,
  /** The time cannot be read. */
  UNREADABLE_TIME,
  /** The values of that day are kept no longer, and late ones are not taken. */
  TOO_LATE,
  /** The time is not at a quarter-hour, or before 2000 or after 2200. */
  MISALIGNED_TIME,
  /** The local time was skipped when clocks went forward. */
  TIME_IN_GAP,
  /** The local time came twice when clocks went back, and it cannot be told which one is meant. */
  AMBIGUOUS_TIME
}
