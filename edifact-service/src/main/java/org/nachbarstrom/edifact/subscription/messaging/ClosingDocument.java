package org.nachbarstrom.edifact.subscription.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.nachbarstrom.edifact.subscription.ClosingVersion;

/** The closing version in events of metering. */
record ClosingDocument(
    @JsonProperty(required = true) UUID id,
    @JsonProperty(required = true) int version,
    @JsonProperty(required = true) String community,
    @JsonProperty(required = true) ZoneId zone,
    @JsonProperty(required = true) LocalDate from,
    @JsonProperty(required = true) LocalDate to,
    @JsonProperty(required = true) Instant start,
    @JsonProperty(required = true) Instant end) {
  ClosingDocument {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(community, "community");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
  }

  ClosingVersion toVersion() {
    if (version < 1 || !from.isBefore(to)) {
      throw new IllegalArgumentException("no closing version: " + this);
    }
    return new ClosingVersion(id, version, community, zone, from, to, start, end);
  }
}
