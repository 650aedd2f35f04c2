package org.nachbarstrom.metering.closing.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingVersion;

/** Names a closing version in events. */
record ClosingHeader(
    UUID id,
    int version,
    String community,
    String zone,
    LocalDate from,
    LocalDate to,
    Instant start,
    Instant end) {
  static ClosingHeader of(Closing closing, ClosingVersion version) {
    return new ClosingHeader(
        closing.id(),
        version.version(),
        closing.community(),
        version.zone().getId(),
        closing.period().from(),
        closing.period().end().orElseThrow(),
        version.interval().start(),
        version.interval().end());
  }
}
