package org.nachbarstrom.metering.series.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Body of {@code edifact.time-series-received.v1}: the values of one message.
 *
 * @param interchange where the message was in
 * @param message the message
 * @param receivedAt when the interchange reached us
 * @param accountingPoint where the values were metered
 * @param series values by register
 */
record TimeSeriesReceived(
    Interchange interchange,
    Message message,
    Instant receivedAt,
    String accountingPoint,
    List<Series> series) {

  record Interchange(String sender, String reference) {}

  record Message(String reference, Instant messageTime) {}

  record Series(EnergyDirection direction, List<Block> blocks) {}

  record Block(
      Instant start,
      String resolution,
      Quantities quantitiesMilliWattHours,
      List<Run> qualities,
      @Nullable List<Status> statuses) {}

  record Run(ValueQuality quality, int count) {}

  record Status(
      int index,
      int count,
      @Nullable List<String> plausibility,
      @Nullable String substitutionMethod,
      @Nullable String correctionReason,
      @Nullable String substitutionReason) {}
}
