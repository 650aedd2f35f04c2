package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.nachbarstrom.metering.closing.ClosingJobs;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps what a check finds instead of what was found before, and queues closings by that. */
@ApplicationScoped
class KeepFindings {
  private final Findings findings;
  private final ClosingJobs closings;

  KeepFindings(Findings findings, ClosingJobs closings) {
    this.findings = findings;
    this.closings = closings;
  }

  /** Keeps others from checking the series until this transaction ends. */
  Uni<Void> lock(Tenant tenant, SeriesKey key) {
    return findings.lock(tenant, key);
  }

  /**
   * Keeps the findings of the days; what is found as before stays as it is.
   *
   * @return them
   */
  Uni<List<Findings.Known>> keep(
      GatherKnown.Question question, List<Finding> found, RuleEffects effects) {
    return findings
        .current(question.key(), question.reach().days())
        .chain(before -> keep(question, new Change(byId(before), byId(question, found)), effects))
        .chain(changed -> findings.current(question.key(), question.reach().days()));
  }

  private static Map<UUID, Findings.Known> byId(List<Findings.Known> findings) {
    Map<UUID, Findings.Known> byId = new LinkedHashMap<>();
    findings.forEach(known -> byId.put(known.id(), known));
    return byId;
  }

  private static Map<UUID, Findings.Known> byId(
      GatherKnown.Question question, List<Finding> found) {
    Map<UUID, Findings.Known> byId = new LinkedHashMap<>();
    for (Finding finding : found) {
      UUID id = finding.id(question.tenant(), question.key());
      byId.put(id, new Findings.Known(id, question.key(), finding, question.at(), null));
    }
    return byId;
  }

  private Uni<Void> keep(GatherKnown.Question question, Change change, RuleEffects effects) {
    List<Findings.Known> gone = change.gone();
    List<Findings.Known> added = change.added();
    if (gone.isEmpty() && added.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return findings
        .change(
            question.tenant(), gone.stream().map(Findings.Known::id).toList(), added, question.at())
        .chain(changed ->
            queueHeld(
                question.tenant(),
                question.key(),
                Stream.concat(gone.stream(), added.stream())
                    .filter(known -> effects.of(known.finding().rule()) == RuleEffect.HOLD)
                    .toList()));
  }

  /** Queues closings that the findings hold or held. */
  Uni<Void> queueHeld(Tenant tenant, SeriesKey key, List<Findings.Known> held) {
    return held.stream()
        .map(known -> known.finding().interval())
        .reduce(KeepFindings::span)
        .map(span -> closings.addForValues(tenant, Map.of(key, span)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static Interval span(Interval one, Interval other) {
    Instant start = one.start().isBefore(other.start()) ? one.start() : other.start();
    return new Interval(start, one.end().isAfter(other.end()) ? one.end() : other.end());
  }

  /** What differs. */
  private record Change(Map<UUID, Findings.Known> before, Map<UUID, Findings.Known> now) {
    List<Findings.Known> gone() {
      return missing(before, now);
    }

    List<Findings.Known> added() {
      return missing(now, before);
    }

    /** Those of the ones that are not found just so among the others. */
    private static List<Findings.Known> missing(
        Map<UUID, Findings.Known> ones, Map<UUID, Findings.Known> others) {
      return ones.values().stream()
          .filter(known -> {
            Findings.Known other = others.get(known.id());
            return other == null || !other.finding().equals(known.finding());
          })
          .toList();
    }
  }
}
