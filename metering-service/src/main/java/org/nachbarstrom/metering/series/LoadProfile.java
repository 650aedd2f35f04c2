package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Energy per quarter-hour of an interval, in order and without holes. Immutable. */
public final class LoadProfile {
  private final Interval interval;
  private final long[] energies;
  private final ValueQuality[] qualities;

  LoadProfile(Interval interval, long[] energies, ValueQuality[] qualities) {
    this.interval = interval;
    this.energies = energies;
    this.qualities = qualities;
  }

  /** Number of quarter-hours. */
  public int size() {
    return energies.length;
  }

  /** Start of the quarter-hour. */
  public Instant start(int index) {
    return QuarterHours.plus(interval.start(), index);
  }

  /** Energy in 10⁻⁶ kWh, 0 if there is no value. */
  public long energy(int index) {
    return energies[index];
  }

  /** Quality; missing if there is no value. */
  public ValueQuality quality(int index) {
    return qualities[index];
  }

  /** Whether energy may be allocated by the value: measured, substitute or provisional. */
  public boolean usable(int index) {
    return qualities[index].billable() || qualities[index].provisional();
  }

  /** Whether any value is provisional. */
  public boolean anyProvisional() {
    for (ValueQuality quality : qualities) {
      if (quality.provisional()) {
        return true;
      }
    }
    return false;
  }

  /** Energies by which energy may be allocated, 0 where {@link #usable(int)} says no. */
  public long[] usableEnergies() {
    long[] usable = energies.clone();
    for (int i = 0; i < usable.length; i++) {
      if (!usable(i)) {
        usable[i] = 0;
      }
    }
    return usable;
  }

  /** Where no usable value is, adjacent quarter-hours as one interval, in order. */
  public List<Interval> gaps() {
    List<Interval> gaps = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i <= energies.length; i++) {
      boolean missing = i < energies.length && !usable(i);
      if (missing && begin < 0) {
        begin = i;
      } else if (!missing && begin >= 0) {
        gaps.add(new Interval(start(begin), start(i)));
        begin = -1;
      }
    }
    return gaps;
  }
}
