package org.nachbarstrom.metering.substitute.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.metering.substitute.Substitution;
import org.nachbarstrom.quantities.EnergyDirection;

/** Body of {@code metering.substitutes-made.v1}, as in its schema. */
record SubstitutesMade(
    UUID substitution,
    String accountingPoint,
    String obis,
    EnergyDirection direction,
    List<Block> blocks,
    Instant recordedAt) {
  private static final String QUARTER_HOUR = "PT15M";

  record Block(
      Instant start,
      String resolution,
      List<Long> quantitiesMilliWattHours,
      String method,
      String reason) {}

  static SubstitutesMade of(Substitution substitution, Instant recordedAt) {
    Block block =
        new Block(
            substitution.values().interval().start(),
            QUARTER_HOUR,
            substitution.values().milliWattHours(),
            substitution.values().method().code(),
            substitution.reason().name());
    EnergyDirection direction = substitution.key().direction();
    return new SubstitutesMade(
        substitution.id(),
        substitution.key().accountingPoint().value(),
        obis(direction),
        direction,
        List.of(block),
        recordedAt);
  }

  private static String obis(EnergyDirection direction) {
    return switch (direction) {
      case CONSUMPTION -> "1-1:1.29.0";
      case GENERATION -> "1-1:2.29.0";
    };
  }
}
