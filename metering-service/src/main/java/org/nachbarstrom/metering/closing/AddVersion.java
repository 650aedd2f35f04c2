package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps a new version of a closing and announces it, in the current transaction. */
@ApplicationScoped
class AddVersion {
  private final Closings closings;
  private final ClosingInputs inputs;
  private final ClosingAnnouncer announcer;

  AddVersion(Closings closings, ClosingInputs inputs, ClosingAnnouncer announcer) {
    this.closings = closings;
    this.inputs = inputs;
    this.announcer = announcer;
  }

  Uni<Void> add(Tenant tenant, Closing closing, Result result) {
    ClosingComputation computation = result.computation();
    boolean provisional = computation.provisional();
    Closing closed = closing.closed(provisional);
    ClosingVersion version = result.version(closed.version(), provisional);
    ClosingInputs.Of of = new ClosingInputs.Of(closed.id(), closed.version());
    return closings
        .update(closed, version.interval())
        .chain(updated -> closings.addVersion(tenant, closed.id(), version))
        .chain(added -> inputs.add(tenant, of, computation.keyDays(), computation.inputs()))
        .chain(added -> announcer.announce(tenant, closed, version, computation.members()));
  }

  /**
   * What was found.
   *
   * @param community as it was known
   * @param interval the period in UTC
   * @param snapshot instant
   * @param inputsSha256 hash of the inputs in the form of today
   * @param computation everything else
   */
  record Result(
      Community community,
      Interval interval,
      Instant snapshot,
      String inputsSha256,
      ClosingComputation computation) {
    ClosingVersion version(int number, boolean provisional) {
      List<ClosingVersion.MemberTotal> totals = computation.totals();
      return new ClosingVersion(
          number,
          community.zone(),
          interval,
          snapshot,
          provisional,
          InputsForm.LISTED,
          inputsSha256,
          ControlTotals.of(totals),
          totals,
          computation.exchanges());
    }
  }
}
