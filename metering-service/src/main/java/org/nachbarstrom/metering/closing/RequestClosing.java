package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Asks for a period of a community to be closed. */
@ApplicationScoped
public class RequestClosing {
  private final TenantTransactions transactions;
  private final Communities communities;
  private final Closings closings;
  private final ClosingJobs jobs;
  private final Clock clock;

  RequestClosing(
      TenantTransactions transactions,
      Communities communities,
      Closings closings,
      ClosingJobs jobs,
      Clock clock) {
    this.transactions = transactions;
    this.communities = communities;
    this.closings = closings;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Requests the closing, or finds it if it was requested before.
   *
   * @param period local dates with an end
   * @return fails with {@link ClosingRejection#INVALID_CLOSING} if the community is unknown, with
   *     {@link ClosingRejection#OVERLAPPING_CLOSING} if days are covered by another closing already
   */
  public Uni<Requested> request(Tenant tenant, String community, DateRange period) {
    return transactions.inTransaction(
        tenant,
        () ->
            communities
                .lock(tenant, community)
                .chain(locked -> communities.find(community))
                .map(found -> found.orElseThrow(() -> unknown(community)).community())
                .chain(known ->
                    closings
                        .overlapping(community, period)
                        .chain(others -> request(tenant, known, period, others))));
  }

  private Uni<Requested> request(
      Tenant tenant, Community community, DateRange period, List<Closing> others) {
    if (!others.isEmpty()) {
      Closing other = others.getFirst();
      if (other.period().equals(period)) {
        return Uni.createFrom().item(new Requested(other, false));
      }
      throw new ProblemException(
          ClosingRejection.OVERLAPPING_CLOSING,
          "Closing " + other.id() + " of '" + community.id() + "' covers " + other.period() + ".");
    }
    Closing closing = Closing.requested(tenant, community.id(), period, clock.instant());
    return closings
        .add(tenant, closing, community.calendar().of(period.from(), period.end().orElseThrow()))
        .chain(added -> jobs.add(tenant, closing.id(), ClosingJobs.Cause.REQUEST))
        .replaceWith(new Requested(closing, true));
  }

  private static ProblemException unknown(String community) {
    String detail = "Community '" + community + "' is not declared.";
    return new ProblemException(
        ClosingRejection.INVALID_CLOSING,
        detail,
        List.of(new FieldError("/community", "UNKNOWN", detail)));
  }

  /**
   * A requested closing.
   *
   * @param closing it
   * @param first whether it was requested for the first time
   */
  public record Requested(Closing closing, boolean first) {}
}
