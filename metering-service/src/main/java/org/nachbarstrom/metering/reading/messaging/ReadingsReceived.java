package org.nachbarstrom.metering.reading.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.ValueQuality;

/** Body of {@code edifact.readings-received.v1}, as in its schema. */
record ReadingsReceived(
    Head.Interchange interchange,
    Head.Message message,
    Instant receivedAt,
    Head.Metered object,
    @Nullable String deviceNumber,
    List<Register> registers) {

  record Register(String obis, List<Value> readings) {}

  record Value(
      String value,
      ValueQuality quality,
      Instant at,
      @Nullable LocalDate readOn,
      @Nullable Instant readAt,
      @Nullable Instant changedAt,
      Head.@Nullable Status status) {}
}
