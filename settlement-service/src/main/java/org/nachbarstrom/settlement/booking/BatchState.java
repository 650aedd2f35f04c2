package org.nachbarstrom.settlement.booking;

/** How far a batch is. */
public enum BatchState {
  /** Made and inspectable, not sent. */
  PREPARED,
  /** Sent to clearing; has its sequence number. */
  RELEASED,
  /** In clearing's journal and on the chain. */
  CLEARED,
  /** Refused by clearing: nothing of it is booked. */
  REFUSED,
  /** Never sent, because a newer version of the closing arrived first. */
  DISCARDED
}
