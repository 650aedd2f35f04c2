package org.nachbarstrom.settlement.run;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Where runs live. All calls belong to the transaction of the caller and see one tenant. */
public interface RunStore {
  /** The run of a closing version, made if it is new; locked until the transaction ends. */
  Uni<Run> open(Tenant tenant, ClosingVersion closing);

  /** Remembers what metering announced about a run that has no announcement. */
  Uni<Void> announce(UUID run, ClosedPeriod period);

  /** The cost of one member, if the run has it. */
  Uni<Optional<MemberCost>> cost(Run run, AccountingPointId point);

  /** Adds the cost of a member that the run does not have. */
  Uni<Void> collect(Tenant tenant, Run run, MemberCost cost);

  /** All costs of a run by accounting point. */
  Uni<List<MemberCost>> costs(Run run);

  /** A run. */
  Uni<Optional<Run>> find(UUID run);

  /** All versions of a closing, oldest first; locked until the transaction ends. */
  Uni<List<Run>> lockClosing(UUID closing);

  /** The run has nothing more to do. */
  Uni<Void> finish(UUID run, RunStage stage);

  /** The run must not be booked. */
  Uni<Void> stop(UUID run, RunProblem problem);

  /** The run waits. */
  Uni<Void> wait(Tenant tenant, UUID run, List<WaitingFor> missing);

  /** Who pays for each point of the run, once that is settled. */
  Uni<Void> paying(Tenant tenant, UUID run, Map<AccountingPointId, PartyId> payers);

  /** Runs that wait for a payer of the point, newest version first. */
  Uni<List<UUID>> waitingForPayer(AccountingPointId point);

  /** Runs of the closing of this run that wait for clearing, newest version first. */
  Uni<List<UUID>> waitingForClearing(UUID run);

  /** A run as shown to others. */
  Uni<Optional<RunDetails>> details(UUID run);

  /**
   * All versions of a closing, newest first.
   *
   * @param before show only versions below
   */
  Uni<List<RunDetails>> ofClosing(UUID closing, int before, int limit);

  /**
   * All runs, newest first.
   *
   * @param before show only runs with a {@link RunDetails#number()} below
   */
  Uni<List<RunDetails>> all(long before, int limit);
}
