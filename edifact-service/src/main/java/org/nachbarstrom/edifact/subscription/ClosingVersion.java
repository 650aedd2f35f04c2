package org.nachbarstrom.edifact.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A version of a closing of metering, as it calls it in its events.
 *
 * @param id the closing
 * @param version a higher one replaces lower ones, from 1
 * @param community whose period it is
 * @param zone of the local dates
 * @param from first local day
 * @param to first local day after
 * @param start UTC instant at which the period begins
 * @param end UTC instant at which it ends, exclusive
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

  @Override
  public String toString() {
    return id + "/" + version;
  }
}
