package org.nachbarstrom.suite.bench;

import java.util.List;

/**
 * What a measurement of the whole road found.
 *
 * @param measurements per stage
 * @param bookings that were booked
 * @param gas that all batches together used
 */
public record BenchResult(List<Measurement> measurements, long bookings, long gas) {

  public BenchResult {
    measurements = List.copyOf(measurements);
  }

  /** Gas per booking, rounded down. */
  public long gasPerBooking() {
    return bookings == 0 ? 0 : gas / bookings;
  }
}
