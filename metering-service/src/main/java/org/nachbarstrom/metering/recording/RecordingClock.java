package org.nachbarstrom.metering.recording;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Says when facts became known. See the package description for the order of the calls. */
public interface RecordingClock {
  /**
   * Announces that the current transaction will record facts of the tenant. Call it before taking
   * any row lock, so that nobody waits for a snapshot while holding what another recorder needs.
   */
  Uni<Void> open(Tenant tenant);

  /**
   * The recording instant of the current transaction, later than every snapshot of the tenant that
   * has been frozen. Call it after {@link #open} and after the row locks.
   */
  Uni<Instant> now(Tenant tenant);

  /**
   * Freezes what is known at an instant, in a transaction of its own that must commit before the
   * snapshot is read.
   *
   * @param wanted the latest instant wanted, such as the far future for now
   * @return the wanted instant or the present one, whichever is earlier
   */
  Uni<Instant> freeze(Tenant tenant, Instant wanted);
}
