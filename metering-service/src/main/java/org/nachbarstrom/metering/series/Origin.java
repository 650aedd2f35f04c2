package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a value came from, and so which of two values for the same quarter-hour counts: the one of
 * the later message, then the one received later, then the one with the higher reference. The order
 * does not depend on when a delivery is processed.
 *
 * @param messageTime when the sender made the message (MSCONS DTM+137)
 * @param receivedAt when it reached us
 * @param reference sender, interchange and message
 */
public record Origin(Instant messageTime, Instant receivedAt, String reference)
    implements Comparable<Origin> {
  /** The reference of all values that follow from readings of registers. */
  public static final String READINGS = "readings";

  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::messageTime)
          .thenComparing(Origin::receivedAt)
          .thenComparing(Origin::reference);

  /** Whether the value follows from readings instead of having been delivered. */
  public boolean derived() {
    return reference.equals(READINGS);
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }
}
