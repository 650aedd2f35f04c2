package org.nachbarstrom.edifact.core.mscons;

/**
 * What values belong to (LOC of SG6, or RFF+AGK where LOC is empty).
 *
 * @param kind what the id names
 * @param id the id as sent; empty for {@link Kind#NONE}
 */
public record MeteredObject(Kind kind, String id) {
  /** What an id names. */
  public enum Kind {
    /** Market location or tranche, 11 digits. */
    MARKET_LOCATION,
    /** Metering point or grid coupling point, 33 characters. */
    METERING_POINT,
    /** Network location (NeLo), 11 characters from E. */
    NETWORK_LOCATION,
    /** Technical resource (TR), 11 characters from D. */
    TECHNICAL_RESOURCE,
    /** Configuration id (RFF+AGK). */
    CONFIGURATION,
    /** Anything else: profile, balancing area, group of profiles. */
    OTHER,
    /** Nothing was named, as in a cancellation. */
    NONE
  }
}
