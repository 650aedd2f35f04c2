package org.nachbarstrom.metering.substitute;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Forms values for all gaps of a series in a period and proposes them. */
@ApplicationScoped
public class ProposeSubstitutes {
  /** Comparable days lie within 28 days, readings of a month within 31. */
  private static final Duration AROUND = Duration.ofDays(35);

  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final GatherEvidence evidence;
  private final Substitutions substitutions;
  private final DecideSubstitution decide;

  ProposeSubstitutes(
      TenantTransactions transactions,
      RecordingClock clock,
      GatherEvidence evidence,
      Substitutions substitutions,
      DecideSubstitution decide) {
    this.transactions = transactions;
    this.clock = clock;
    this.evidence = evidence;
    this.substitutions = substitutions;
    this.decide = decide;
  }

  /**
   * Proposes substitutes; asking again answers the same ones. Where the tenant is configured so,
   * they are confirmed at once.
   *
   * @param period quarter-hours, over when it is asked
   * @return fails with {@link SubstituteRejection#INVALID_SUBSTITUTION} if the period is not over
   */
  public Uni<Proposed> propose(
      Tenant tenant, SeriesKey key, Interval period, SubstitutionReason reason) {
    Interval window = new Interval(period.start().minus(AROUND), period.end().plus(AROUND));
    return evidence
        .gather(tenant, key, window)
        .invoke(known -> requireOver(period, known.series().asKnownAt()))
        .chain(known -> OffLoop.compute(() -> form(key, period, known)))
        .chain(
            formed -> transactions.inTransaction(tenant, () -> add(tenant, key, formed, reason)));
  }

  private static void requireOver(Interval period, Instant now) {
    if (period.end().isAfter(now)) {
      throw new ProblemException(
          SubstituteRejection.INVALID_SUBSTITUTION,
          "The period ends at " + period.end() + ", which is not over yet.");
    }
  }

  private static List<Formed> form(SeriesKey key, Interval period, GatherEvidence.Evidence known) {
    Interval window = known.series().interval();
    ProfileValues values =
        new ProfileValues(window, known.series().snapshot().profile(key, window));
    GapAdvance advance = new GapAdvance(known.readings(), known.metering(), values);
    FormSubstitutes form = new FormSubstitutes(values);
    return known.series().snapshot().profile(key, period).gaps().stream()
        .map(gap -> form.form(new Gap(gap, advance.of(gap))))
        .toList();
  }

  private Uni<Proposed> add(
      Tenant tenant, SeriesKey key, List<Formed> formed, SubstitutionReason reason) {
    List<Formed.Impossible> impossible = new ArrayList<>();
    List<Substitution> proposals = new ArrayList<>();
    for (Formed gap : formed) {
      switch (gap) {
        case Formed.Values values -> proposals.add(Substitution.of(tenant, key, values, reason));
        case Formed.Impossible missing -> impossible.add(missing);
      }
    }
    List<Substitutions.Known> known = new ArrayList<>();
    Uni<Void> chain = clock.open(tenant);
    for (Substitution proposal : proposals) {
      chain =
          chain
              .chain(previous -> clock.now(tenant))
              .chain(now -> substitutions.add(tenant, proposal, now))
              .chain(added -> decide.settle(tenant, proposal.id()))
              .invoke(known::add)
              .replaceWithVoid();
    }
    return chain.map(done -> new Proposed(known, impossible));
  }

  /**
   * What was proposed.
   *
   * @param substitutions one per gap for which values could be formed
   * @param impossible the other gaps
   */
  public record Proposed(
      List<Substitutions.Known> substitutions, List<Formed.Impossible> impossible) {}
}
