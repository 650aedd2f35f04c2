package org.nachbarstrom.metering.substitute;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps substitutions. All calls belong to the current transaction of the tenant. */
public interface Substitutions {
  /** Adds a proposal; one that is known already stays as it is. */
  Uni<Void> add(Tenant tenant, Substitution substitution, Instant proposedAt);

  /** The substitution, if it is known. */
  Uni<Optional<Known>> find(UUID id);

  /**
   * Substitutions in the order of their proposal.
   *
   * @param accountingPoint only those of this one; empty: of all
   * @param state only those in this state; absent: in any
   * @param after only those behind this place; absent: from the beginning
   */
  Uni<List<Known>> list(
      String accountingPoint, @Nullable SubstitutionState state, @Nullable Place after, int limit);

  /** Adds the decision about a proposal. */
  Uni<Void> decide(Tenant tenant, UUID id, Decision decision);

  /**
   * A place in the order of proposals.
   *
   * @param proposedAt when
   * @param id which of that time
   */
  record Place(Instant proposedAt, UUID id) {}

  /**
   * A substitution and what became of it.
   *
   * @param substitution values
   * @param proposedAt when they were formed
   * @param decision absent: not decided
   */
  record Known(Substitution substitution, Instant proposedAt, @Nullable Decision decision) {
    /** How far it has come. */
    public SubstitutionState state() {
      return decision == null ? SubstitutionState.PROPOSED : decision.state();
    }
  }

  /**
   * A decision.
   *
   * @param state confirmed or rejected
   * @param by who decided; empty if it was decided by configuration
   * @param at when
   */
  record Decision(SubstitutionState state, String by, Instant at) {}
}
