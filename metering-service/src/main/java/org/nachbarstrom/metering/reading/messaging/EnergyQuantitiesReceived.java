package org.nachbarstrom.metering.reading.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.QuantityPurpose;
import org.nachbarstrom.quantities.ValueQuality;

/** Body of {@code edifact.energy-quantities-received.v1}, as in its schema. */
record EnergyQuantitiesReceived(
    Head.Interchange interchange,
    Head.Message message,
    Instant receivedAt,
    Head.Metered object,
    QuantityPurpose purpose,
    List<Register> registers) {

  record Register(String obis, List<Value> quantities) {}

  record Value(
      String value,
      ValueQuality quality,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable YearMonth month,
      @Nullable LocalDate day,
      Head.@Nullable Status status) {}
}
