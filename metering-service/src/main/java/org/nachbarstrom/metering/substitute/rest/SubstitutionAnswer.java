package org.nachbarstrom.metering.substitute.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.substitute.Formed;
import org.nachbarstrom.metering.substitute.Substitution;
import org.nachbarstrom.metering.substitute.SubstitutionMethod;
import org.nachbarstrom.metering.substitute.SubstitutionReason;
import org.nachbarstrom.metering.substitute.SubstitutionState;
import org.nachbarstrom.metering.substitute.Substitutions;
import org.nachbarstrom.quantities.EnergyDirection;

/** A substitution as answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubstitutionAnswer(
    UUID id,
    String accountingPoint,
    EnergyDirection direction,
    Instant start,
    Instant end,
    List<Long> quantitiesMilliWattHours,
    SubstitutionMethod method,
    boolean scaledToRegisterAdvance,
    List<LocalDate> comparableDays,
    SubstitutionReason reason,
    SubstitutionState state,
    Instant proposedAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {
  static SubstitutionAnswer of(Substitutions.Known known) {
    Substitution substitution = known.substitution();
    Formed.Values values = substitution.values();
    Substitutions.Decision decision = known.decision();
    return new SubstitutionAnswer(
        substitution.id(),
        substitution.key().accountingPoint().value(),
        substitution.key().direction(),
        values.interval().start(),
        values.interval().end(),
        values.milliWattHours(),
        values.method(),
        values.scaled(),
        values.comparableDays(),
        substitution.reason(),
        known.state(),
        known.proposedAt(),
        decision == null || decision.by().isEmpty() ? null : decision.by(),
        decision == null ? null : decision.at());
  }
}
