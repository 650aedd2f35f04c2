package org.nachbarstrom.metering.comparison;

/** Why a cell of the operator probably differs from ours; the first that fits counts. */
public enum Cause {
  /** One unit of 10⁻⁶ kWh: he rounds each cell, we keep the sum. */
  ROUNDING,
  /** One of the two counts a consumer as a member in this quarter-hour whom the other does not. */
  MEMBERSHIP_DATE,
  /** We have no usable value or no key for the quarter-hour and allocated nothing. */
  NOT_ALLOCATED,
  /** A consumption that he tells is not the one we have. */
  METERED_VALUE,
  /** His numbers follow from our generation without that of one producer. */
  MISSING_PRODUCER,
  /** His numbers follow from our key with another generation, such as that of a further plant. */
  OTHER_GENERATION,
  /** His numbers follow from our values by another key. */
  OTHER_KEY,
  /** None of these explains it. */
  UNEXPLAINED
}
