package org.nachbarstrom.edifact.subscription.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.nachbarstrom.edifact.subscription.ClosedPeriod;
import org.nachbarstrom.edifact.subscription.PeriodTotals;

/** What this service reads of {@code metering.period-closed.v1}. */
record PeriodClosedEvent(
    @JsonProperty(required = true) ClosingDocument closing,
    @JsonProperty(required = true) boolean provisional,
    @JsonProperty(required = true) int members,
    @JsonProperty(required = true) Totals controlTotals) {
  PeriodClosedEvent {
    Objects.requireNonNull(closing, "closing");
    Objects.requireNonNull(controlTotals, "controlTotals");
  }

  /** Energies in 10⁻⁶ kWh. */
  record Totals(
      @JsonProperty(required = true) long consumptionMilliWattHours,
      @JsonProperty(required = true) long allocatedMilliWattHours,
      @JsonProperty(required = true) long residualMilliWattHours,
      @JsonProperty(required = true) long generationMilliWattHours,
      @JsonProperty(required = true) long surplusMilliWattHours) {
    PeriodTotals toTotals() {
      if (Math.addExact(allocatedMilliWattHours, residualMilliWattHours)
              != consumptionMilliWattHours
          || Math.addExact(allocatedMilliWattHours, surplusMilliWattHours)
              != generationMilliWattHours) {
        throw new IllegalArgumentException("the control totals do not add up: " + this);
      }
      return new PeriodTotals(
          allocatedMilliWattHours, residualMilliWattHours, surplusMilliWattHours);
    }
  }

  ClosedPeriod toPeriod() {
    return new ClosedPeriod(closing.toVersion(), provisional, members, controlTotals.toTotals());
  }
}
