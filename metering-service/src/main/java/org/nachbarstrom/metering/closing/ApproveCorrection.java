package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Lets a correction that is held go on. */
@ApplicationScoped
public class ApproveCorrection {
  private final TenantTransactions transactions;
  private final Closings closings;
  private final ClosingJobs jobs;

  ApproveCorrection(TenantTransactions transactions, Closings closings, ClosingJobs jobs) {
    this.transactions = transactions;
    this.closings = closings;
    this.jobs = jobs;
  }

  /**
   * Approves what somebody has seen: if anything changes before it is announced, the next result is
   * held again.
   *
   * @param inputsSha256 hash of the inputs of the correction
   * @return fails with {@link ClosingRejection#UNKNOWN_CLOSING}, or with {@link
   *     ClosingRejection#NOTHING_HELD} if no correction with these inputs is held
   */
  public Uni<Closing> approve(Tenant tenant, UUID id, String inputsSha256) {
    return transactions.inTransaction(
        tenant,
        () ->
            closings
                .lock(id)
                .map(found -> approved(id, found, inputsSha256))
                .call(closings::approve)
                .call(closing -> jobs.add(tenant, closing.id(), ClosingJobs.Cause.APPROVAL)));
  }

  private static Closing approved(UUID id, Optional<Closing> found, String inputsSha256) {
    Closing closing =
        found.orElseThrow(() ->
            new ProblemException(
                ClosingRejection.UNKNOWN_CLOSING, "There is no closing '" + id + "'."));
    return Optional.ofNullable(closing.held())
        .filter(held -> held.inputsSha256().equals(inputsSha256))
        .map(closing::approved)
        .orElseThrow(() ->
            new ProblemException(
                ClosingRejection.NOTHING_HELD,
                "Closing '" + id + "' holds no correction with inputs " + inputsSha256 + "."));
  }
}
