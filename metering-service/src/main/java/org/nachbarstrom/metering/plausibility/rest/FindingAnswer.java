package org.nachbarstrom.metering.plausibility.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.plausibility.Finding;
import org.nachbarstrom.metering.plausibility.Findings;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.plausibility.RuleEffect;
import org.nachbarstrom.metering.plausibility.RuleEffects;
import org.nachbarstrom.quantities.EnergyDirection;

/** Something that is found now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingAnswer(
    UUID id,
    String accountingPoint,
    EnergyDirection direction,
    PlausibilityRule rule,
    String code,
    RuleEffect effect,
    LocalDate day,
    Instant start,
    Instant end,
    @Nullable Long observedMilliWattHours,
    @Nullable Long expectedMilliWattHours,
    Instant foundAt,
    @Nullable ReleaseAnswer release) {
  static FindingAnswer of(Findings.Known known, RuleEffects effects) {
    Finding finding = known.finding();
    Findings.Release release = known.release();
    return new FindingAnswer(
        known.id(),
        known.key().accountingPoint().value(),
        known.key().direction(),
        finding.rule(),
        finding.rule().code(),
        effects.of(finding.rule()),
        finding.day(),
        finding.interval().start(),
        finding.interval().end(),
        finding.observedMilliWattHours(),
        finding.expectedMilliWattHours(),
        known.foundAt(),
        release == null ? null : new ReleaseAnswer(release.by(), release.reason(), release.at()));
  }

  record ReleaseAnswer(String releasedBy, String reason, Instant releasedAt) {}
}
