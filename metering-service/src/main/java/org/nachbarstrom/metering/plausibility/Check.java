package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.DateRange;

/**
 * A series was checked.
 *
 * @param id of the check
 * @param key series
 * @param days local days with an end
 * @param asKnownAt snapshot that was checked
 * @param findings what was found, in the order of rules
 */
public record Check(
    UUID id, SeriesKey key, DateRange days, Instant asKnownAt, List<Finding> findings) {
  /** A check. */
  public Check {
    findings = List.copyOf(findings);
  }
}
