package org.nachbarstrom.clearing.batch;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Function;
import org.nachbarstrom.support.tenancy.Tenant;

/** Work that is due, by tenant and kind. It lives in the database and survives any crash. */
public interface PendingWork {
  /** Announces work of the tenant with the current transaction. */
  Uni<Void> announce(Tenant tenant, WorkKind kind, Instant now);

  /**
   * Takes the longest due work of any tenant and runs one step of it in one transaction of that
   * tenant. A step that fails is rolled back and postponed, so that it holds up nobody else.
   *
   * @return false if nothing is due
   */
  Uni<Boolean> step(WorkKind kind, Function<Tenant, Uni<StepResult>> step);
}
