package org.nachbarstrom.edifact.erasure;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.support.tenancy.Tenant;

/** Erases, and knows whose turn is next. Calls belong to the current transaction of the tenant. */
public interface Erasures {
  /** The tenant whose turn it has been longest; in a system transaction. */
  Uni<Optional<Tenant>> due(Instant now);

  /** Sets when it is the tenant's turn. */
  Uni<Void> schedule(Tenant tenant, Instant dueAt);

  /** Keeps other workers from the tenant until this transaction ends; false if one has it. */
  Uni<Boolean> claim(Tenant tenant);

  /**
   * Makes the oldest interchanges unreadable that were received before the horizon, unless some are
   * still being erased.
   *
   * @param keptFrom horizon of the tenant
   * @param now the present
   * @param most how many at once
   * @return how many are being erased now; 0: nothing is left
   */
  Uni<Integer> begin(Instant keptFrom, Instant now, int most);

  /**
   * Deletes some of what interchanges that are being erased tell of persons.
   *
   * @return whether nothing of it is left
   */
  Uni<Boolean> strip(Portion portion);

  /**
   * How much is deleted at once.
   *
   * @param parts most parts of bytes, each of up to 1 MiB
   * @param messages most messages
   */
  record Portion(int parts, int messages) {}

  /**
   * Ends the deletion.
   *
   * @return how many interchanges were erased
   */
  Uni<Integer> finish();
}
