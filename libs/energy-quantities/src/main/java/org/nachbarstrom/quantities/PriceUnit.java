package org.nachbarstrom.quantities;

/** What a price is counted in. */
public enum PriceUnit {
  /** Cent per kilowatt-hour. */
  CT_PER_KWH,
  /** Euro per delivery day, however many hours it has. */
  EUR_PER_DAY,
  /** Percent of an amount of money. */
  PERCENT
}
