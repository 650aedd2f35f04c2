package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Collects what metering says of closing versions, in any order, and reports each one that is
 * complete. Every method runs inside the caller's transaction.
 */
@ApplicationScoped
public class CollectClosing {
  private static final Logger LOG = Logger.getLogger(CollectClosing.class);

  private final ClosingStore store;
  private final ReportClosing reports;

  CollectClosing(ClosingStore store, ReportClosing reports) {
    this.store = store;
    this.reports = reports;
  }

  /**
   * Takes the quantities of a member.
   *
   * @throws ProblemException {@link SubscriptionRejection#CLOSING_DIFFERS} if the member came with
   *     other content before
   */
  public Uni<Void> member(Tenant tenant, ClosingVersion closing, MemberQuantities member) {
    return once(tenant, closing, member, () -> store.add(tenant, closing, member));
  }

  /**
   * Takes the announcement of a version.
   *
   * @throws ProblemException {@link SubscriptionRejection#CLOSING_DIFFERS} if it came with other
   *     content before
   */
  public Uni<Void> closed(Tenant tenant, ClosedPeriod period) {
    return once(tenant, period.closing(), period, () -> store.announce(tenant, period));
  }

  private <T> Uni<Void> once(
      Tenant tenant, ClosingVersion closing, T content, Supplier<Uni<Optional<T>>> add) {
    return store
        .lock(tenant, closing.id())
        .chain(locked -> add.get())
        .chain(before -> {
          if (before.isEmpty()) {
            return advance(tenant, closing);
          }
          if (!before.get().equals(content)) {
            throw new ProblemException(
                SubscriptionRejection.CLOSING_DIFFERS,
                "Closing version " + closing + " came with other content before.");
          }
          return Uni.createFrom().voidItem();
        });
  }

  private Uni<Void> advance(Tenant tenant, ClosingVersion closing) {
    return store
        .waiting(closing)
        .chain(period ->
            period.isEmpty()
                ? Uni.createFrom().voidItem()
                : store
                    .countMembers(closing)
                    .chain(count ->
                        count < period.get().members()
                            ? Uni.createFrom().voidItem()
                            : complete(tenant, period.get())));
  }

  private Uni<Void> complete(Tenant tenant, ClosedPeriod period) {
    ClosingVersion closing = period.closing();
    return store
        .latestReported(closing.id())
        .chain(latest -> {
          if (latest > closing.version()) {
            return store.finish(closing, ClosingEnd.SUPERSEDED);
          }
          return store.members(closing).chain(members -> complete(tenant, period, members));
        });
  }

  private Uni<Void> complete(Tenant tenant, ClosedPeriod period, List<MemberQuantities> members) {
    ClosingVersion closing = period.closing();
    if (members.size() != period.members() || !period.totals().agreeWith(members)) {
      LOG.errorf("Closing version %s does not add up; nothing of it is reported", closing);
      return store.finish(closing, ClosingEnd.TOTALS_DIFFER);
    }
    if (period.provisional() || members.stream().anyMatch(MemberQuantities::provisional)) {
      return store.finish(closing, ClosingEnd.PROVISIONAL);
    }
    return reports
        .report(tenant, closing, members)
        .chain(() -> store.finish(closing, ClosingEnd.REPORTED));
  }
}
