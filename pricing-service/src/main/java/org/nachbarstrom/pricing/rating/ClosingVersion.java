package org.nachbarstrom.pricing.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.nachbarstrom.quantities.DateRange;

/**
 * A closed period of a community, as metering announces it; handed on unchanged.
 *
 * @param id the closing
 * @param version from 1 on; a correction has a higher one
 * @param community its id
 * @param zone time zone of its days
 * @param from first local day
 * @param to first local day after
 * @param start instant at which the first day begins
 * @param end instant at which the last day ends, exclusive
 */
public record ClosingVersion(
    UUID id,
    int version,
    String community,
    String zone,
    LocalDate from,
    LocalDate to,
    Instant start,
    Instant end) {

  /**
   * A version.
   *
   * @throws IllegalArgumentException if it is not numbered from 1 or has no day
   */
  public ClosingVersion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(community, "community");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(start, "start");
    if (version < 1 || !from.isBefore(to) || !start.isBefore(end)) {
      throw new IllegalArgumentException("closing " + id + " has no version or no day");
    }
  }

  /** Its local days. */
  public DateRange days() {
    return new DateRange(from, to);
  }
}
