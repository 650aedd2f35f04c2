package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.CommunityReader;
import org.nachbarstrom.metering.sharing.LeadingMemberships;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.work.OffLoop;

/** Computes a period of a community from what was known at one instant, some days at a time. */
@ApplicationScoped
class ComputeFromSnapshot {
  private final Communities communities;
  private final AccountingPoints points;
  private final CommunityReader reader;

  ComputeFromSnapshot(Communities communities, AccountingPoints points, CommunityReader reader) {
    this.communities = communities;
    this.points = points;
    this.reader = reader;
  }

  /**
   * Computes in the current transaction.
   *
   * @param form of the hash that is needed beside the one of today
   */
  Uni<ClosingComputation> compute(Known known, InputsForm form) {
    String id = known.community().id();
    CommunityReader.Reading reading =
        reader.begin(known.community(), known.period(), known.snapshot());
    return communities
        .memberships(known.pointsOfSeveralCommunities(), known.snapshot())
        .map(LeadingMemberships::new)
        .map(leading -> new ClosingComputation((point, day) -> leading.leads(id, point, day), form))
        .call(computation ->
            OffLoop.ahead(
                CommunityReader.parts(known.community(), known.period()),
                reading::read,
                days -> OffLoop.compute(() -> computation.add(days)).replaceWithVoid()));
  }

  /** What is missing of the members or their values. */
  Uni<List<WaitingReason>> waitingFor(Known known, ClosingComputation computation) {
    List<Member> members = known.community().membersDuring(known.period());
    return points
        .find(members.stream().map(Member::accountingPoint).distinct().toList())
        .map(declared -> {
          List<WaitingReason> reasons =
              new ArrayList<>(PointChecks.check(known.community(), known.period(), declared));
          reasons.addAll(computation.waitingFor());
          return reasons;
        });
  }

  /**
   * What is computed.
   *
   * @param community as known at the instant
   * @param period local dates with an end
   * @param snapshot frozen instant
   */
  record Known(Community community, DateRange period, Instant snapshot) {
    /** Points with all of their energy here can be in no other community. */
    private Set<AccountingPointId> pointsOfSeveralCommunities() {
      return community.membersDuring(period()).stream()
          .filter(member -> member.participationPercent() < Member.FULL_PARTICIPATION)
          .map(Member::accountingPoint)
          .collect(Collectors.toSet());
    }
  }
}
