package org.nachbarstrom.settlement.booking;

/** What a booking is for. Bookings of a batch are listed in this order. */
public enum Component {
  /** What a producer's meter gave to the grid; energy only. */
  MEASURED_FEED_IN,
  /** What of it nobody in the community used; bought by the grid side. */
  SURPLUS_ENERGY,
  /** What a consumer used of a producer's energy. */
  SHARED_ENERGY,
  /** What a consumer used beyond its share. */
  RESIDUAL_ENERGY,
  /** Price per day, whatever was used. */
  BASE_FEE,
  /** Value-added tax on other components. */
  VAT
}
