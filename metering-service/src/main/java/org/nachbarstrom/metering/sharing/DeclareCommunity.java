package org.nachbarstrom.metering.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Declares a community, for the first time or otherwise than before. */
@ApplicationScoped
public class DeclareCommunity {
  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final Communities communities;
  private final CommunityObserver observer;

  DeclareCommunity(
      TenantTransactions transactions,
      RecordingClock clock,
      Communities communities,
      CommunityObserver observer) {
    this.transactions = transactions;
    this.clock = clock;
    this.communities = communities;
    this.observer = observer;
  }

  /**
   * Declares it and answers its revision, the one it had if nothing is new.
   *
   * @return fails with {@link SharingRejection#INVALID_COMMUNITY} if a member takes part in too
   *     many communities or with more than all of its energy
   */
  public Uni<Communities.Revised> declare(Tenant tenant, Community community) {
    return transactions.inTransaction(
        tenant,
        () ->
            clock
                .open(tenant)
                .chain(open -> communities.lock(tenant, community.id()))
                .chain(locked -> communities.find(community.id()))
                .chain(known -> revise(tenant, community, known)));
  }

  private Uni<Communities.Revised> revise(
      Tenant tenant, Community community, Optional<Communities.Revised> known) {
    if (known.isPresent() && known.get().community().equals(community)) {
      return Uni.createFrom().item(known.get());
    }
    int revision = known.map(Communities.Revised::revision).orElse(0) + 1;
    Communities.Revised revised = new Communities.Revised(community, revision);
    return requireParticipation(tenant, community)
        .chain(checked -> clock.now(tenant))
        .chain(now -> communities.append(tenant, revised, now))
        .chain(appended -> observer.declared(tenant, community))
        .replaceWith(revised);
  }

  private Uni<Void> requireParticipation(Tenant tenant, Community community) {
    Set<AccountingPointId> points =
        community.members().stream().map(Member::accountingPoint).collect(Collectors.toSet());
    return communities
        .lockMemberships(tenant)
        .chain(locked -> communities.elsewhere(community.id(), points))
        .map(elsewhere -> Participation.check(community.members(), elsewhere))
        .invoke(errors -> {
          if (!errors.isEmpty()) {
            SharingRejection rejection = SharingRejection.INVALID_COMMUNITY;
            throw new ProblemException(rejection, rejection.title(), errors);
          }
        })
        .replaceWithVoid();
  }
}
