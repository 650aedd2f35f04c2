package org.nachbarstrom.metering.series;

import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * Names a series of quarter-hour values.
 *
 * @param accountingPoint where it was metered, declared or not
 * @param direction which way the energy flows
 */
public record SeriesKey(AccountingPointId accountingPoint, EnergyDirection direction) {
  @Override
  public String toString() {
    return accountingPoint + " " + direction;
  }
}
