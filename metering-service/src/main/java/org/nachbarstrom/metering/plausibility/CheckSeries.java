package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Holds the values of a series against all rules, keeps what is found and rejects or restores
 * values by that.
 */
@ApplicationScoped
public class CheckSeries {
  private final RecordingClock clock;
  private final Policies policies;
  private final GatherKnown gather;
  private final KeepFindings keepFindings;
  private final RecordVerdicts recordVerdicts;

  CheckSeries(
      RecordingClock clock,
      Policies policies,
      GatherKnown gather,
      KeepFindings keepFindings,
      RecordVerdicts recordVerdicts) {
    this.clock = clock;
    this.policies = policies;
    this.gather = gather;
    this.keepFindings = keepFindings;
    this.recordVerdicts = recordVerdicts;
  }

  /**
   * Checks what is known now on the days and whatever they reach, in the current transaction.
   *
   * @param days local days with an end
   */
  public Uni<Check> check(Tenant tenant, SeriesKey key, DateRange days) {
    return clock
        .open(tenant)
        .chain(open -> keepFindings.lock(tenant, key))
        .chain(locked -> clock.now(tenant))
        .map(now -> new GatherKnown.Question(tenant, key, Reach.of(days), now))
        .chain(this::check)
        .map(check ->
            new Check(
                check.asKnownAt(),
                check.findings().stream()
                    .filter(known -> days.contains(known.finding().day()))
                    .toList()));
  }

  private Uni<Check> check(GatherKnown.Question question) {
    RuleEffects effects = policies.effects(question.tenant());
    Thresholds thresholds = policies.thresholds(question.tenant());
    boolean rejects = !effects.rules(RuleEffect.REJECT).isEmpty();
    return gather
        .gather(question, rejects)
        .chain(evidence ->
            OffLoop.compute(() ->
                    new SeriesRules(question.key(), evidence, thresholds)
                        .findings(question.reach()))
                .chain(found -> keepFindings.keep(question, found, effects))
                .call(kept ->
                    recordVerdicts.record(
                        question,
                        Judgement.of(
                            evidence.days(), question.reach(), implausible(kept, effects)))))
        .map(kept -> new Check(question.at(), kept));
  }

  private static Set<Instant> implausible(List<Findings.Known> kept, RuleEffects effects) {
    Set<Instant> starts = new HashSet<>();
    for (Findings.Known known : kept) {
      if (known.open() && effects.of(known.finding().rule()) == RuleEffect.REJECT) {
        Interval interval = known.finding().interval();
        for (int i = 0; i < interval.quarterHours(); i++) {
          starts.add(QuarterHours.plus(interval.start(), i));
        }
      }
    }
    return starts;
  }
}
