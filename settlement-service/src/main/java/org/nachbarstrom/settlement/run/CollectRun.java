package org.nachbarstrom.settlement.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Puts the pieces of a closing version together, in whatever order they come. */
@ApplicationScoped
public class CollectRun {
  private final RunStore store;
  private final RunQueue queue;

  CollectRun(RunStore store, RunQueue queue) {
    this.store = store;
    this.queue = queue;
  }

  /**
   * Metering has closed a period. A repetition changes nothing.
   *
   * @throws ProblemException {@link RunRejection#CLOSING_CONTRADICTS} if it said something else
   *     before about this version
   */
  public Uni<Void> closed(Tenant tenant, ClosedPeriod period) {
    return store.open(tenant, period.closing()).chain(run -> announce(tenant, run, period));
  }

  private Uni<Void> announce(Tenant tenant, Run run, ClosedPeriod period) {
    if (run.announced().isPresent()) {
      return sameAnnouncement(run, period);
    }
    return store.announce(run.id(), period).chain(done -> workIfComplete(tenant, run, 0, period));
  }

  private static Uni<Void> sameAnnouncement(Run run, ClosedPeriod period) {
    if (!run.announced().equals(Optional.of(period))) {
      throw new ProblemException(
          RunRejection.CLOSING_CONTRADICTS,
          "Closing " + period.closing().id() + " version " + period.closing().version());
    }
    return Uni.createFrom().voidItem();
  }

  /**
   * Pricing has rated a member. A repetition changes nothing.
   *
   * @throws ProblemException {@link RunRejection#COST_CONTRADICTS} if it said something else before
   *     about this member, {@link RunRejection#COST_UNEXPECTED} if the run is complete without it
   */
  public Uni<Void> rated(Tenant tenant, MemberCost cost) {
    return store
        .open(tenant, cost.closing())
        .chain(run ->
            store
                .cost(run, cost.accountingPoint())
                .chain(known ->
                    known.isPresent() ? sameCost(known.get(), cost) : collect(tenant, run, cost)));
  }

  private static Uni<Void> sameCost(MemberCost known, MemberCost cost) {
    if (!known.equals(cost)) {
      throw new ProblemException(
          RunRejection.COST_CONTRADICTS, describe(cost) + " was rated otherwise before");
    }
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> collect(Tenant tenant, Run run, MemberCost cost) {
    return switch (run.stage()) {
      case SUPERSEDED -> Uni.createFrom().voidItem();
      case WAITING, STOPPED, BOOKED, UNCHANGED ->
          throw new ProblemException(RunRejection.COST_UNEXPECTED, describe(cost));
      case COLLECTING ->
          store
              .collect(tenant, run, cost)
              .chain(done ->
                  run.announced().isPresent()
                      ? workIfComplete(tenant, run, 1, run.announced().get())
                      : Uni.createFrom().voidItem());
    };
  }

  private Uni<Void> workIfComplete(Tenant tenant, Run run, int more, ClosedPeriod period) {
    boolean complete = run.collected() + more >= period.members();
    return complete ? queue.add(tenant, List.of(run.id())) : Uni.createFrom().voidItem();
  }

  private static String describe(MemberCost cost) {
    return "Member "
        + cost.accountingPoint()
        + " of closing "
        + cost.closing().id()
        + " version "
        + cost.closing().version();
  }
}
