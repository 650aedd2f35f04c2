package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tells later stages of a closing version, with the current transaction. */
public interface ClosingAnnouncer {
  /**
   * Announces each member and then the closing itself.
   *
   * @param closing with the number of the version
   */
  Uni<Void> announce(
      Tenant tenant, Closing closing, ClosingVersion version, List<MemberEnergy> members);
}
