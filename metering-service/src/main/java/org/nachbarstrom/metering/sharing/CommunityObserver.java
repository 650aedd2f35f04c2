package org.nachbarstrom.metering.sharing;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.support.tenancy.Tenant;

/** Is told of declared communities, inside the transaction that records them. */
public interface CommunityObserver {
  /** The community is new or was declared otherwise than before. */
  Uni<Void> declared(Tenant tenant, Community community);
}
