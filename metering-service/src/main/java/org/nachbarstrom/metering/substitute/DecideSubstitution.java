package org.nachbarstrom.metering.substitute;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Confirms or rejects a substitution. */
@ApplicationScoped
public class DecideSubstitution {
  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final Substitutions substitutions;
  private final RecordSubstitutes recordSubstitutes;
  private final ConfirmationPolicy policy;

  DecideSubstitution(
      TenantTransactions transactions,
      RecordingClock clock,
      Substitutions substitutions,
      RecordSubstitutes recordSubstitutes,
      ConfirmationPolicy policy) {
    this.transactions = transactions;
    this.clock = clock;
    this.substitutions = substitutions;
    this.recordSubstitutes = recordSubstitutes;
    this.policy = policy;
  }

  /**
   * Decides; the same decision again changes nothing.
   *
   * @param state confirmed or rejected
   * @param by who decides
   * @return fails with a {@link SubstituteRejection} if there is no such substitution, it was
   *     decided otherwise, or values to be confirmed are not needed any more
   */
  public Uni<Substitutions.Known> decide(
      Tenant tenant, UUID id, SubstitutionState state, String by) {
    return transactions.inTransaction(
        tenant,
        () ->
            clock
                .open(tenant)
                .chain(open -> known(id))
                .call(known -> recordSubstitutes.lock(tenant, known.substitution()))
                // Read again: another may have decided while we waited.
                .chain(locked -> known(id))
                .chain(known -> decide(tenant, known, state, by)));
  }

  /**
   * Confirms a proposal in the current transaction if the tenant wants no confirmation loop. One
   * that is confirmed already is recorded again if its gap is there again, for example because the
   * rejected value was sent once more.
   */
  Uni<Substitutions.Known> settle(Tenant tenant, UUID id) {
    return known(id)
        .chain(known ->
            switch (known.state()) {
              case PROPOSED -> policy.automatic(tenant) ? confirm(tenant, known) : same(known);
              case CONFIRMED ->
                  recordSubstitutes
                      .lock(tenant, known.substitution())
                      .chain(locked -> clock.now(tenant))
                      .chain(now -> recordSubstitutes.again(tenant, known.substitution(), now))
                      .replaceWith(known);
              case REJECTED -> same(known);
            });
  }

  private Uni<Substitutions.Known> confirm(Tenant tenant, Substitutions.Known known) {
    return recordSubstitutes
        .lock(tenant, known.substitution())
        .chain(locked -> known(known.substitution().id()))
        .chain(again -> decide(tenant, again, SubstitutionState.CONFIRMED, ""));
  }

  private static Uni<Substitutions.Known> same(Substitutions.Known known) {
    return Uni.createFrom().item(known);
  }

  private Uni<Substitutions.Known> known(UUID id) {
    return substitutions
        .find(id)
        .map(found ->
            found.orElseThrow(() ->
                new ProblemException(
                    SubstituteRejection.UNKNOWN_SUBSTITUTION,
                    "There is no substitution '" + id + "'.")));
  }

  private Uni<Substitutions.Known> decide(
      Tenant tenant, Substitutions.Known known, SubstitutionState state, String by) {
    UUID id = known.substitution().id();
    if (known.state() == state) {
      return Uni.createFrom().item(known);
    }
    if (known.state() != SubstitutionState.PROPOSED) {
      throw new ProblemException(
          SubstituteRejection.SUBSTITUTION_DECIDED,
          "Substitution '" + id + "' is " + known.state() + " already.");
    }
    return clock
        .now(tenant)
        .call(now -> apply(tenant, known.substitution(), state, now))
        .map(now -> new Substitutions.Decision(state, by, now))
        .call(decision -> substitutions.decide(tenant, id, decision))
        .map(decision ->
            new Substitutions.Known(known.substitution(), known.proposedAt(), decision));
  }

  private Uni<Void> apply(
      Tenant tenant, Substitution substitution, SubstitutionState state, Instant now) {
    return switch (state) {
      case CONFIRMED -> recordSubstitutes.record(tenant, substitution, now);
      case REJECTED -> Uni.createFrom().voidItem();
      case PROPOSED -> throw new IllegalArgumentException("to propose is no decision");
    };
  }
}
