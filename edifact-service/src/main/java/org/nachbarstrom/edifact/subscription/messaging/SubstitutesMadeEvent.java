package org.nachbarstrom.edifact.subscription.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nachbarstrom.edifact.subscription.MadeSubstitutes;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.ObisCode;

/** What this service reads of {@code metering.substitutes-made.v1}. */
record SubstitutesMadeEvent(
    @JsonProperty(required = true) UUID substitution,
    @JsonProperty(required = true) String accountingPoint,
    @JsonProperty(required = true) String obis,
    @JsonProperty(required = true) List<Block> blocks) {
  SubstitutesMadeEvent {
    Objects.requireNonNull(substitution, "substitution");
    Objects.requireNonNull(accountingPoint, "accountingPoint");
    Objects.requireNonNull(obis, "obis");
    Objects.requireNonNull(blocks, "blocks");
  }

  /** Neighbouring quarter-hours; energies in 10⁻⁶ kWh. */
  record Block(
      @JsonProperty(required = true) Instant start,
      @JsonProperty(required = true) String resolution,
      @JsonProperty(required = true) List<Long> quantitiesMilliWattHours,
      @JsonProperty(required = true) String method,
      @JsonProperty(required = true) String reason) {
    Block {
      Objects.requireNonNull(start, "start");
      Objects.requireNonNull(resolution, "resolution");
      Objects.requireNonNull(quantitiesMilliWattHours, "quantitiesMilliWattHours");
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(reason, "reason");
    }

    MadeSubstitutes.Block toBlock() {
      if (!resolution.equals("PT15M")) {
        throw new IllegalArgumentException("no quarter-hours: " + resolution);
      }
      return new MadeSubstitutes.Block(
          start,
          quantitiesMilliWattHours.stream().mapToLong(Long::longValue).toArray(),
          method,
          reason);
    }
  }

  MadeSubstitutes toSubstitutes() {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("there is no block");
    }
    return new MadeSubstitutes(
        substitution,
        new AccountingPointId(accountingPoint),
        ObisCode.parse(obis),
        blocks.stream().map(Block::toBlock).toList());
  }
}
