package org.nachbarstrom.pricing.rating;

/** What a line is about, in the order of lines. */
public enum Component {
  /** Measured feed-in, booked from the grid side to the producer without a price. */
  MEASURED_FEED_IN,
  /** Energy a consumer got from one producer. */
  SHARED_ENERGY,
  /** Energy a consumer got from the grid side. */
  RESIDUAL_ENERGY,
  /** Energy of a producer that the grid side takes. */
  SURPLUS_ENERGY,
  /** Fixed sum per day. */
  BASE_FEE,
  /** Value added tax on the lines with the same debit, credit and rate. */
  VAT
}
