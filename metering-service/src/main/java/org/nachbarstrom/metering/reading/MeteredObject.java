package org.nachbarstrom.metering.reading;

import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.MeteringPointId;

/**
 * What readings and quantities belong to.
 *
 * @param kind what the id names
 * @param id as sent
 */
public record MeteredObject(Kind kind, String id) {
  /** What an id names. */
  public enum Kind {
    /** Market location or tranche, 11 digits. */
    MARKET_LOCATION,
    /** Metering point or grid coupling point, 33 characters. */
    METERING_POINT,
    /** Network location. */
    NETWORK_LOCATION,
    /** Configuration of measured products. */
    CONFIGURATION
  }

  /**
   * An object.
   *
   * @throws IllegalArgumentException if the id of a market location or metering point is none
   */
  public MeteredObject {
    switch (kind) {
      case MARKET_LOCATION -> new AccountingPointId(id);
      case METERING_POINT -> new MeteringPointId(id);
      case NETWORK_LOCATION, CONFIGURATION -> {
        if (id.isBlank()) {
          throw new IllegalArgumentException("an object has an id");
        }
      }
    }
  }

  /** The accounting point: in Austria a metering point at the same time, else a market location. */
  public static MeteredObject of(AccountingPointId point) {
    return new MeteredObject(
        MeteringPointId.tryParse(point.value()).isPresent()
            ? Kind.METERING_POINT
            : Kind.MARKET_LOCATION,
        point.value());
  }
}
