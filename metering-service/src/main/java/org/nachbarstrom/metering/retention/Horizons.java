package org.nachbarstrom.metering.retention;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps horizons and holds. All calls belong to the current transaction of the tenant. */
public interface Horizons {
  /** From when on values are kept; absent: all are. */
  Uni<Optional<Instant>> keptFrom();

  /**
   * Moves the horizon of the tenant forwards; an earlier one changes nothing. The transaction keeps
   * everybody from recording.
   *
   * @param keptFrom a UTC midnight
   * @return the horizon that holds now
   */
  Uni<Instant> raise(Tenant tenant, Instant keptFrom);

  /**
   * Those of the objects whose values are held.
   *
   * @param objects ids of accounting points, or of metering points that meter them
   */
  Uni<Set<String>> held(Collection<String> objects);

  /** All objects whose values are held; few, because each is a dispute. */
  Uni<Set<String>> held();

  /** Keeps others from deciding about the point until this transaction ends. */
  Uni<Void> lock(Tenant tenant, String point);

  /** The newest decision about the point, if there is one. */
  Uni<Optional<Hold>> hold(String point);

  /** Adds a decision. */
  Uni<Void> append(Tenant tenant, Hold hold);
}
