package org.nachbarstrom.metering.closing.messaging;

import java.time.Instant;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingStage;
import org.nachbarstrom.metering.closing.ClosingVersion;
import org.nachbarstrom.metering.closing.ControlTotals;

/** Body of {@code metering.period-closed.v1}, see its schema. */
record PeriodClosedEvent(
    ClosingHeader closing,
    Instant recordedAt,
    boolean provisional,
    ClosingStage stage,
    int members,
    String inputsSha256,
    Totals controlTotals) {

  static PeriodClosedEvent of(Closing closing, ClosingVersion version) {
    ControlTotals totals = version.totals();
    return new PeriodClosedEvent(
        ClosingHeader.of(closing, version),
        version.recordedAt(),
        version.provisional(),
        closing.stage(),
        version.members().size(),
        version.inputsSha256(),
        new Totals(
            totals.consumption(),
            totals.allocated(),
            totals.residual(),
            totals.generation(),
            totals.surplus()));
  }

  record Totals(
      long consumptionMilliWattHours,
      long allocatedMilliWattHours,
      long residualMilliWattHours,
      long generationMilliWattHours,
      long surplusMilliWattHours) {}
}
