package org.nachbarstrom.metering.sharing;

/** How a community's generation of a quarter-hour is shared out before each share is capped. */
public enum KeyMethod {
  /** In proportion to the consumption of the same quarter-hour: G · C_i / ΣC. */
  PROPORTIONAL,
  /** By fixed percentages: k_i · G; what the percentages leave is surplus. */
  STATIC
}
