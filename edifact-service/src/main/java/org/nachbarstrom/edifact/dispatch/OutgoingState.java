package org.nachbarstrom.edifact.dispatch;

/** How far an outgoing interchange has come. */
public enum OutgoingState {
  /** Waits to be fetched or handed over. */
  PENDING,
  /** Handed over; no answer that decides yet. */
  DELIVERED,
  /** A CONTRL accepted it, or an APERAK each of its messages. */
  CONFIRMED,
  /** A CONTRL refused it, or an APERAK one of its messages. */
  REFUSED,
  /** Our own validation finds fault with it; it is not sent. */
  PARKED
}
