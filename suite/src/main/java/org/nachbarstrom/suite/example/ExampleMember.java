package org.nachbarstrom.suite.example;

import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MarketLocationId;

/**
 * One member of an example community.
 *
 * @param location its market location
 * @param direction whether it consumes or feeds in
 * @param party id of the party that pays or is paid
 * @param name of the party
 * @param size percentage of the typical household or roof, 100 for the typical one
 */
public record ExampleMember(
    MarketLocationId location, EnergyDirection direction, String party, String name, int size) {

  /** The tariff that suits its direction. */
  public String tariff() {
    return switch (direction) {
      case CONSUMPTION -> "haushalt";
      case GENERATION -> "pv";
    };
  }
}
