package org.nachbarstrom.metering.series;

import java.util.Comparator;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * Names a series of quarter-hour values. Ordered by accounting point, then direction; who locks
 * several locks them in this order.
 *
 * @param accountingPoint where it was metered, declared or not
 * @param direction which way the energy flows
 */
public record SeriesKey(AccountingPointId accountingPoint, EnergyDirection direction)
    implements Comparable<SeriesKey> {
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::accountingPoint).thenComparing(SeriesKey::direction);

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return accountingPoint + " " + direction;
  }
}
