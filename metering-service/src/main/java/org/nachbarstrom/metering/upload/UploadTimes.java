package org.nachbarstrom.metering.upload;

import java.time.Instant;
import org.nachbarstrom.quantities.Interval;

/** Times that uploaded values can have. */
public final class UploadTimes {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private UploadTimes() {}

  /** Whether it lies between 2000 and 2200. */
  public static boolean isSane(Instant instant) {
    return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
  }

  /** Whether a quarter-hour of these years begins at it. */
  public static boolean isQuarterHour(Instant instant) {
    return isSane(instant) && Interval.isQuarterHour(instant);
  }
}
