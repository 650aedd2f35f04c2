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

  /**
   * Parts the reference of a message from what we say about its value ourselves; less than anything
   * that references of messages have in them.
   */
  public static final char PARTING = '\t';

  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::messageTime)
          .thenComparing(Origin::receivedAt)
          .thenComparing(Origin::reference);

  /** Whether the value follows from readings instead of having been delivered. */
  public boolean derived() {
    return reference.equals(READINGS);
  }

  /** Whether it is a verdict of ours about a value that follows from readings. */
  public boolean aboutDerived() {
    return reference.startsWith(READINGS + PARTING);
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }
}
