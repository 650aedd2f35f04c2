package org.nachbarstrom.edifact.core.mscons;

import java.util.List;
import org.nachbarstrom.quantities.Interval;

/**
 * Load profile of quarter-hours: market location or tranche (13025), metering point, grid coupling
 * point or network location (13018), values of kind 2 (13027). A later one replaces values of the
 * same intervals; it is never cancelled.
 *
 * @param head what the message says of itself
 * @param object what the values belong to
 * @param period transmission period, all series span exactly it
 * @param series one per register, at least one, no register twice
 */
public record LoadProfile(
    MsconsHead head, MeteredObject object, Interval period, List<RegisterSeries> series)
    implements MsconsContent {
  /** A profile. */
  public LoadProfile {
    series = List.copyOf(series);
  }

  @Override
  public int valueCount() {
    return series.stream().mapToInt(RegisterSeries::size).sum();
  }
}
