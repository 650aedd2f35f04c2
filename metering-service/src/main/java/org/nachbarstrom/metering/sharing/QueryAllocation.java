package org.nachbarstrom.metering.sharing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.metering.recording.Snapshots;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Answers how a community's energy was allocated, as known at an instant. */
@ApplicationScoped
public class QueryAllocation {
  private final Snapshots snapshots;
  private final TenantTransactions transactions;
  private final Communities communities;
  private final CommunityReader reader;
  private final KeptValues kept;

  QueryAllocation(
      Snapshots snapshots,
      TenantTransactions transactions,
      Communities communities,
      CommunityReader reader,
      KeptValues kept) {
    this.snapshots = snapshots;
    this.transactions = transactions;
    this.communities = communities;
    this.reader = reader;
    this.kept = kept;
  }

  /**
   * Finds what to answer.
   *
   * @param period local dates with an end
   * @param asKnownAt absent: now
   * @return fails with {@link SharingRejection#UNKNOWN_COMMUNITY} if there was no such community,
   *     with {@link org.nachbarstrom.metering.retention.RetentionRejection#VALUES_ERASED} if values
   *     of the period are kept no longer
   */
  public Uni<Known> find(
      Tenant tenant, String community, DateRange period, Optional<Instant> asKnownAt) {
    return snapshots
        .freeze(tenant, asKnownAt)
        .chain(known ->
            transactions.inTransaction(
                tenant,
                () ->
                    communities
                        .find(community, known)
                        .map(found -> found.orElseThrow(() -> unknown(community, known)))
                        .map(found -> new Known(tenant, found.community(), period, known))
                        .call(found -> requireKept(found, period))));
  }

  private static ProblemException unknown(String community, Instant known) {
    return new ProblemException(
        SharingRejection.UNKNOWN_COMMUNITY,
        "Community '" + community + "' was not declared by " + known + ".");
  }

  private Uni<Void> requireKept(Known known, DateRange part) {
    return kept.require(
        known.community().membersDuring(part).stream()
            .map(member -> member.accountingPoint().value())
            .distinct()
            .toList(),
        known.community().calendar().of(part.from()).start());
  }

  /**
   * Reads the days in order, some at a time; needs no transaction over all of them, because what
   * was known at a snapshot instant does not change.
   */
  public Multi<CommunityDay> days(Known known) {
    return Multi.createFrom()
        .deferred(
            () -> days(known, reader.begin(known.community(), known.period(), known.asKnownAt())));
  }

  private Multi<CommunityDay> days(Known known, CommunityReader.Reading reading) {
    return Multi.createFrom()
        .iterable(CommunityReader.parts(known.community(), known.period()))
        .onItem()
        .transformToUniAndConcatenate(part ->
            transactions.inTransaction(
                known.tenant(), () -> reading.read(part).call(days -> requireKept(known, part))))
        .onItem()
        .transformToIterable(days -> days);
  }

  /**
   * A community and period as known at an instant.
   *
   * @param tenant whose
   * @param community as declared then
   * @param period local dates with an end
   * @param asKnownAt frozen snapshot instant
   */
  public record Known(Tenant tenant, Community community, DateRange period, Instant asKnownAt) {}
}
