package org.nachbarstrom.settlement.booking;

/** Why a batch exists. */
public enum BatchReason {
  /** Nothing of the closing is booked yet. */
  FIRST,
  /** The closing came again with other numbers or other payers. */
  DIFFERENCE
}
