package org.nachbarstrom.metering.closing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * A period of a community that is to be closed.
 *
 * @param id its identifier
 * @param community whose
 * @param period local dates with an end
 * @param state how far it is
 * @param version newest version, 0 before the first
 * @param waitingFor what is missing; empty unless it waits
 * @param requestedAt when it was asked for
 */
public record Closing(
    UUID id,
    String community,
    DateRange period,
    ClosingState state,
    int version,
    List<WaitingReason> waitingFor,
    Instant requestedAt) {
  /** The identifier of a period of a community: asking again names the same closing. */
  static UUID idOf(Tenant tenant, String community, DateRange period) {
    String name = tenant.id() + " " + community + " " + period;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** A closing that was not computed yet. */
  static Closing requested(Tenant tenant, String community, DateRange period, Instant now) {
    return new Closing(
        idOf(tenant, community, period),
        community,
        period,
        ClosingState.REQUESTED,
        0,
        List.of(),
        now);
  }

  Closing waiting(List<WaitingReason> reasons) {
    return new Closing(
        id, community, period, ClosingState.WAITING, version, List.copyOf(reasons), requestedAt);
  }

  Closing closed(int newVersion) {
    return new Closing(
        id, community, period, ClosingState.CLOSED, newVersion, List.of(), requestedAt);
  }
}
