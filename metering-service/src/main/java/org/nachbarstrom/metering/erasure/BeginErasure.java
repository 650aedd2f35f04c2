package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.metering.retention.Horizon;
import org.nachbarstrom.metering.retention.Horizons;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Moves the horizon of a tenant and begins to delete what is behind it. */
@ApplicationScoped
public class BeginErasure {
  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final Horizons horizons;
  private final ErasureRuns runs;
  private final RetentionPolicy policy;

  BeginErasure(
      TenantTransactions transactions,
      RecordingClock clock,
      Horizons horizons,
      ErasureRuns runs,
      RetentionPolicy policy) {
    this.transactions = transactions;
    this.clock = clock;
    this.horizons = horizons;
    this.runs = runs;
    this.policy = policy;
  }

  /**
   * Begins a run, unless one is going on. While the horizon moves nobody records: whoever does
   * later sees it, and what was recorded before is deleted.
   *
   * @param now the present
   * @param requestedBy who asked for it
   * @return the run that is going on
   */
  public Uni<ErasureRun> begin(Tenant tenant, Instant now, String requestedBy) {
    return transactions.inTransaction(
        tenant,
        () ->
            clock
                .freeze(tenant, now)
                .chain(frozen -> runs.unfinished())
                .chain(unfinished ->
                    unfinished
                        .map(run -> Uni.createFrom().item(run))
                        .orElseGet(() -> add(tenant, now, requestedBy)))
                .call(run -> runs.schedule(tenant, Instant.EPOCH)));
  }

  private Uni<ErasureRun> add(Tenant tenant, Instant now, String requestedBy) {
    return horizons
        .raise(tenant, Horizon.of(now, policy.of(tenant)))
        .chain(keptFrom ->
            runs.newest().map(number -> ErasureRun.first(number + 1, keptFrom, now, requestedBy)))
        .call(run -> runs.add(tenant, run));
  }
}
