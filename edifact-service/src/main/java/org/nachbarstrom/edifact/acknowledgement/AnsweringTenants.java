package org.nachbarstrom.edifact.acknowledgement;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tenants that ever sent something, an answer or other. */
public interface AnsweringTenants {
  /** All of them; runs inside a system transaction. */
  Uni<List<Tenant>> all();
}
