package org.nachbarstrom.edifact.mscons;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.nachbarstrom.support.tenancy.Tenant;

/** Hands time series on to whoever keeps values. */
public interface TimeSeriesEvents {
  /** Publishes one event per profile when the current transaction commits, none if it does not. */
  Uni<Void> publish(Tenant tenant, List<ReceivedProfile> profiles);
}
