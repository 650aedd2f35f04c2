package org.nachbarstrom.metering.recording;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes snapshots: instants up to which nothing will be recorded any more. */
@ApplicationScoped
public class Snapshots {
  /** Later than anything that will ever be recorded, and within PostgreSQL's range. */
  private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");

  private final TenantTransactions transactions;
  private final RecordingClock clock;

  Snapshots(TenantTransactions transactions, RecordingClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Freezes a snapshot in its own transaction; must not be called inside another one.
   *
   * @param asKnownAt instant asked for; absent or in the future: the present one
   */
  public Uni<Instant> freeze(Tenant tenant, Optional<Instant> asKnownAt) {
    return transactions.inTransaction(
        tenant, () -> clock.freeze(tenant, asKnownAt.orElse(FAR_FUTURE)));
  }
}
