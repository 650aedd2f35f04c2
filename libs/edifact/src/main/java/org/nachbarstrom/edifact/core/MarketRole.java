package org.nachbarstrom.edifact.core;

/** Roles of the German energy market that the application handbooks distinguish. */
public enum MarketRole {
  /** Netzbetreiber (NB). */
  GRID_OPERATOR("NB"),
  /** Lieferant (LF). */
  SUPPLIER("LF"),
  /** Messstellenbetreiber (MSB). */
  METERING_OPERATOR("MSB"),
  /** Übertragungsnetzbetreiber (ÜNB). */
  TRANSMISSION_SYSTEM_OPERATOR("ÜNB"),
  /** Bilanzkreisverantwortlicher (BKV). */
  BALANCE_RESPONSIBLE_PARTY("BKV"),
  /** Bilanzkoordinator (BIKO). */
  BALANCE_GROUP_COORDINATOR("BIKO"),
  /** Marktgebietsverantwortlicher (MGV), gas. */
  MARKET_AREA_MANAGER("MGV"),
  /** Energieserviceanbieter des Anschlussnutzers (ESA). */
  ENERGY_SERVICE_PROVIDER("ESA"),
  /** Herkunftsnachweisregister (HKN-R). */
  GUARANTEES_OF_ORIGIN_REGISTER("HKN-R");

  private final String marketCode;

  MarketRole(String marketCode) {
    this.marketCode = marketCode;
  }

  /** The abbreviation of the market. */
  public String marketCode() {
    return marketCode;
  }
}
