package org.nachbarstrom.settlement.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;

/**
 * One version of a closed period of a community, as metering announced it. Written as it is on
 * every event about the closing.
 *
 * @param version from 1 on
 * @param zone whose local days count
 * @param from first local day
 * @param to first local day after
 * @param start from's midnight
 * @param end to's midnight
 */
public record ClosingVersion(
    UUID id,
    int version,
    String community,
    ZoneId zone,
    LocalDate from,
    LocalDate to,
    Instant start,
    Instant end) {
  /**
   * A version of a closing.
   *
   * @throws IllegalArgumentException if the version is below 1 or there is no day in it
   */
  public ClosingVersion {
    Objects.requireNonNull(id, "closing.id");
    Objects.requireNonNull(community, "closing.community");
    Objects.requireNonNull(zone, "closing.zone");
    Objects.requireNonNull(start, "closing.start");
    Objects.requireNonNull(end, "closing.end");
    if (version < 1) {
      throw new IllegalArgumentException("closing.version begins at 1: " + version);
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("closing.from is before closing.to: " + from + ", " + to);
    }
  }
}
