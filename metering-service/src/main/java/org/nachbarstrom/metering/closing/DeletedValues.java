package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Says which quarter-hour values are kept no longer. A closing that used any of them is never
 * computed again: its versions stand, and are checked by their lists of inputs only.
 */
public interface DeletedValues {
  /**
   * Up to when values may have been deleted, in the current transaction of the tenant.
   *
   * @return the end, exclusive, of what may be gone; empty if everything is kept
   */
  Uni<Optional<Instant>> until(Tenant tenant);
}
