package org.nachbarstrom.metering.reading;

import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ObisCode;

/** Names registers so that codes of different senders for the same one are equal. */
public final class Registers {
  private Registers() {}

  /** Quantity, type and tariff of the code, such as {@code 1.8.0}. */
  public static String name(ObisCode obis) {
    return obis.quantity() + "." + obis.type() + "." + obis.tariff();
  }

  /** The register that counts all energy of the direction. */
  public static String total(EnergyDirection direction) {
    return switch (direction) {
      case CONSUMPTION -> "1.8.0";
      case GENERATION -> "2.8.0";
    };
  }
}
