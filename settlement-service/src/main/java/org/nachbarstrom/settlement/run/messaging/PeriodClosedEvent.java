package org.nachbarstrom.settlement.run.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.run.ClosedPeriod;
import org.nachbarstrom.settlement.run.ControlTotals;

/** What settlement reads of {@code metering.period-closed.v1}. */
record PeriodClosedEvent(
    @JsonProperty(required = true) ClosingVersion closing,
    @JsonProperty(required = true) Instant recordedAt,
    @JsonProperty(required = true) boolean provisional,
    @JsonProperty(required = true) int members,
    @JsonProperty(required = true) Totals controlTotals) {
  PeriodClosedEvent {
    Objects.requireNonNull(closing, "closing");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(controlTotals, "controlTotals");
  }

  /** Energies in 10⁻⁶ kWh. */
  record Totals(
      @JsonProperty(required = true) long consumptionMilliWattHours,
      @JsonProperty(required = true) long allocatedMilliWattHours,
      @JsonProperty(required = true) long residualMilliWattHours,
      @JsonProperty(required = true) long generationMilliWattHours,
      @JsonProperty(required = true) long surplusMilliWattHours) {
    ControlTotals toTotals() {
      return new ControlTotals(
          Energy.ofMilliWattHours(consumptionMilliWattHours),
          Energy.ofMilliWattHours(allocatedMilliWattHours),
          Energy.ofMilliWattHours(residualMilliWattHours),
          Energy.ofMilliWattHours(generationMilliWattHours),
          Energy.ofMilliWattHours(surplusMilliWattHours));
    }
  }

  ClosedPeriod toPeriod() {
    return new ClosedPeriod(closing, recordedAt, provisional, members, controlTotals.toTotals());
  }
}
