package org.nachbarstrom.edifact.mscons.messaging;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.QualityRun;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.mscons.ReceivedProfile;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * Body of {@code edifact.time-series-received.v1}, as in its schema.
 *
 * @param accountingPoint market location
 */
record TimeSeriesReceived(
    Interchange interchange,
    Message message,
    Instant receivedAt,
    String accountingPoint,
    List<Series> series) {
  private static final String QUARTER_HOUR = "PT15M";

  record Interchange(String sender, String recipient, String reference) {}

  record Message(
      String reference,
      String documentNumber,
      Instant messageTime,
      String checkIdentifier,
      String version) {}

  record Series(String obis, EnergyDirection direction, List<Block> blocks) {}

  /** Energies of neighbouring quarter-hours; the counts of the qualities add up to their number. */
  record Block(
      Instant start,
      String resolution,
      List<Long> quantitiesMilliWattHours,
      List<QualityRun> qualities) {}

  static TimeSeriesReceived of(ReceivedProfile received) {
    InterchangeHeader header = received.interchange();
    LoadProfile profile = received.profile();
    return new TimeSeriesReceived(
        new Interchange(header.sender(), header.recipient(), header.reference()),
        new Message(
            received.facts().header().reference(),
            profile.head().documentNumber(),
            profile.head().messageTime(),
            received.facts().checkIdentifier(),
            received.facts().header().version()),
        received.receivedAt(),
        profile.object().id(),
        profile.series().stream()
            .filter(series -> series.obis().direction().isPresent())
            .map(TimeSeriesReceived::series)
            .toList());
  }

  private static Series series(RegisterSeries series) {
    // An accepted profile has no gaps, so one block holds it.
    Block block =
        new Block(
            series.period().start(),
            QUARTER_HOUR,
            LongStream.of(series.milliWattHours()).boxed().toList(),
            series.qualityRuns());
    EnergyDirection direction =
        series
            .obis()
            .direction()
            .orElseThrow(() -> new IllegalStateException("an accepted register has a direction"));
    return new Series(series.obis().toString(), direction, List.of(block));
  }
}
