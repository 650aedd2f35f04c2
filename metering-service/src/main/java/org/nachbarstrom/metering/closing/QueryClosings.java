package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Answers how far closings are. */
@ApplicationScoped
public class QueryClosings {
  private final TenantTransactions transactions;
  private final Closings closings;
  private final ClosingJobs jobs;

  QueryClosings(TenantTransactions transactions, Closings closings, ClosingJobs jobs) {
    this.transactions = transactions;
    this.closings = closings;
    this.jobs = jobs;
  }

  /**
   * Finds a closing with its newest version.
   *
   * @return fails with {@link ClosingRejection#UNKNOWN_CLOSING}
   */
  public Uni<Known> find(Tenant tenant, UUID id) {
    return transactions.inTransaction(
        tenant,
        () ->
            closings
                .find(id)
                .map(found ->
                    found.orElseThrow(() ->
                        new ProblemException(
                            ClosingRejection.UNKNOWN_CLOSING, "There is no closing '" + id + "'.")))
                .chain(closing ->
                    jobs.queued(tenant, List.of(id))
                        .chain(queued ->
                            version(closing)
                                .map(version ->
                                    new Known(
                                        closing, Optional.ofNullable(queued.get(id)), version)))));
  }

  private Uni<Optional<ClosingVersion>> version(Closing closing) {
    return closing.version() == 0
        ? Uni.createFrom().item(Optional.empty())
        : closings.version(closing.id(), closing.version()).map(Optional::of);
  }

  /**
   * Finds closings, without their versions.
   *
   * @param after only closings behind this {@code <community> <first day>}; empty: from the
   *     beginning
   */
  public Uni<List<Known>> list(Tenant tenant, Closings.Filter filter, String after, int limit) {
    return transactions.inTransaction(
        tenant,
        () ->
            closings
                .list(filter, after, limit)
                .chain(found ->
                    jobs.queued(tenant, found.stream().map(Closing::id).toList())
                        .map(queued -> known(found, queued))));
  }

  private static List<Known> known(List<Closing> found, Map<UUID, ClosingJobs.Queued> queued) {
    return found.stream()
        .map(closing ->
            new Known(closing, Optional.ofNullable(queued.get(closing.id())), Optional.empty()))
        .toList();
  }

  /** How much of the tenant is queued; empty if nothing is. */
  public Uni<Optional<ClosingJobs.Length>> queue(Tenant tenant) {
    return transactions
        .inTransaction(tenant, jobs::lengths)
        .map(lengths -> Optional.ofNullable(lengths.get(tenant)));
  }

  /**
   * A closing.
   *
   * @param closing it
   * @param queued why and since when it is to be computed; empty if it is not
   * @param version its newest version; empty if it has none or it was not asked for
   */
  public record Known(
      Closing closing, Optional<ClosingJobs.Queued> queued, Optional<ClosingVersion> version) {}
}
