package org.nachbarstrom.quantities;

/** Which way the energy of a register flows, seen from the grid. */
public enum EnergyDirection {
  /** Withdrawn from the grid (OBIS C = 1, Bezug). */
  CONSUMPTION,
  /** Fed into the grid (OBIS C = 2, Lieferung). */
  GENERATION
}
