package org.nachbarstrom.metering.substitute;

import java.time.Instant;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Values of a load profile by time; missing outside of it.
 *
 * @param window interval of the profile
 * @param profile values
 */
public record ProfileValues(Interval window, LoadProfile profile) implements ComparableDays.Values {
  @Override
  public long energy(Instant start) {
    return window.contains(start) ? profile.energy(index(start)) : 0;
  }

  @Override
  public ValueQuality quality(Instant start) {
    return window.contains(start) ? profile.quality(index(start)) : ValueQuality.MISSING;
  }

  private int index(Instant start) {
    return start.equals(window.start()) ? 0 : new Interval(window.start(), start).quarterHours();
  }
}
