package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.CommunityReader;
import org.nachbarstrom.metering.sharing.LeadingMemberships;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Computes a closing from a snapshot: it waits, stays as it is or gets a new version. */
@ApplicationScoped
class ComputeClosing {
  private final Closings closings;
  private final Communities communities;
  private final AccountingPoints points;
  private final CommunityReader reader;
  private final ClosingAnnouncer announcer;

  ComputeClosing(
      Closings closings,
      Communities communities,
      AccountingPoints points,
      CommunityReader reader,
      ClosingAnnouncer announcer) {
    this.closings = closings;
    this.communities = communities;
    this.points = points;
    this.reader = reader;
    this.announcer = announcer;
  }

  /** Computes in the current transaction. */
  Uni<Void> compute(Tenant tenant, UUID id, Instant snapshot) {
    return closings
        .lock(id)
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no closing " + id)))
        .chain(closing ->
            communities
                .find(closing.community(), snapshot)
                .map(found -> found.orElseThrow().community())
                .map(community -> new Task(tenant, closing, community, snapshot)))
        .chain(task -> read(task).chain(computation -> conclude(task, computation)));
  }

  private Uni<ClosingComputation> read(Task task) {
    String community = task.community().id();
    Uni<ClosingComputation> chain =
        communities
            .memberships(task.pointsOfSeveralCommunities(), task.snapshot())
            .map(LeadingMemberships::new)
            .map(leading ->
                new ClosingComputation((point, day) -> leading.leads(community, point, day)));
    for (DateRange part : CommunityReader.parts(task.community(), task.period())) {
      chain =
          chain.chain(computation ->
              reader
                  .read(task.community(), part, task.snapshot())
                  .chain(days -> OffLoop.compute(() -> computation.add(days))));
    }
    return chain;
  }

  private Uni<Void> conclude(Task task, ClosingComputation computation) {
    List<Member> members = task.community().membersDuring(task.period());
    return points
        .find(members.stream().map(Member::accountingPoint).distinct().toList())
        .chain(known -> {
          List<WaitingReason> reasons =
              new ArrayList<>(PointChecks.check(task.community(), task.period(), known));
          reasons.addAll(computation.waitingFor());
          return reasons.isEmpty()
              ? close(task, computation)
              : closings.update(task.closing().waiting(reasons), task.interval());
        });
  }

  private Uni<Void> close(Task task, ClosingComputation computation) {
    Closing closing = task.closing();
    String hash = computation.inputsSha256();
    Uni<String> before =
        closing.version() == 0
            ? Uni.createFrom().item("")
            : closings.inputsSha256(closing.id(), closing.version());
    return before.chain(last -> {
      if (last.equals(hash)) {
        return closings.update(closing.unchanged(), task.interval());
      }
      List<MemberEnergy> members = computation.members();
      if (task.community().holdsCorrections() && closing.mustHold(hash)) {
        Correction correction = new Correction(hash, ControlTotals.of(members));
        return closings.update(closing.held(correction), task.interval());
      }
      return add(task, members, hash);
    });
  }

  private Uni<Void> add(Task task, List<MemberEnergy> members, String hash) {
    boolean provisional = members.stream().anyMatch(MemberEnergy::provisional);
    Closing closed = task.closing().closed(provisional);
    ClosingVersion version =
        new ClosingVersion(
            closed.version(),
            task.community().zone(),
            task.interval(),
            task.snapshot(),
            provisional,
            hash,
            ControlTotals.of(members),
            ClosingVersion.memberTotals(members),
            ClosingVersion.exchanges(members));
    return closings
        .update(closed, task.interval())
        .chain(updated -> closings.addVersion(task.tenant(), closed.id(), version))
        .chain(added -> announcer.announce(task.tenant(), closed, version, members));
  }

  private record Task(Tenant tenant, Closing closing, Community community, Instant snapshot) {
    /** Points with all of their energy here can be in no other community. */
    Set<AccountingPointId> pointsOfSeveralCommunities() {
      return community.membersDuring(period()).stream()
          .filter(member -> member.participationPercent() < Member.FULL_PARTICIPATION)
          .map(Member::accountingPoint)
          .collect(Collectors.toSet());
    }

    DateRange period() {
      return closing.period();
    }

    Interval interval() {
      return community.calendar().of(period().from(), period().end().orElseThrow());
    }
  }
}
