package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Lets a correction that is held go on. */
@ApplicationScoped
public class ApproveCorrection {
  private final TenantTransactions transactions;
  private final Closings closings;
  private final Communities communities;
  private final DeletedValues deletedValues;
  private final ClosingJobs jobs;

  ApproveCorrection(
      TenantTransactions transactions,
      Closings closings,
      Communities communities,
      DeletedValues deletedValues,
      ClosingJobs jobs) {
    this.transactions = transactions;
    this.closings = closings;
    this.communities = communities;
    this.deletedValues = deletedValues;
    this.jobs = jobs;
  }

  /**
   * Approves what somebody has seen: if anything changes before it is announced, the next result is
   * held again.
   *
   * @param inputsSha256 hash of the inputs of the correction
   * @return fails with {@link ClosingRejection#UNKNOWN_CLOSING}, or with {@link
   *     ClosingRejection#NOTHING_HELD} if no correction with these inputs is held, or with {@link
   *     ClosingRejection#CORRECTION_SEALED} if values that it used may be deleted, so that it is
   *     never computed again; it stays held then
   */
  public Uni<Closing> approve(Tenant tenant, UUID id, String inputsSha256) {
    return transactions.inTransaction(
        tenant,
        () ->
            closings
                .lock(id)
                .map(found -> approved(id, found, inputsSha256))
                .call(closing -> requireUnsealed(tenant, closing))
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

  private Uni<Void> requireUnsealed(Tenant tenant, Closing closing) {
    return deletedValues
        .until(tenant)
        .chain(until ->
            until.isEmpty()
                ? Uni.createFrom().voidItem()
                : communities
                    .find(closing.community())
                    .invoke(found ->
                        requireUnsealed(
                            closing, found.orElseThrow().community(), until.orElseThrow()))
                    .replaceWithVoid());
  }

  private static void requireUnsealed(Closing closing, Community community, Instant until) {
    LocalDate first = closing.period().from();
    if (community.calendar().of(first, first.plusDays(1)).start().isBefore(until)) {
      throw new ProblemException(
          ClosingRejection.CORRECTION_SEALED,
          "Closing '%s' begins on %s, and values are kept from %s on only; version %d stands."
              .formatted(closing.id(), first, until, closing.version()));
    }
  }
}
