package org.nachbarstrom.metering.reading;

/** What an energy quantity is said for. Values of different purposes stand beside each other. */
public enum QuantityPurpose {
  /** What was metered. */
  METERED,
  /** What the grid operator bills grid usage by (Lieferschein). */
  DELIVERY_NOTE
}
