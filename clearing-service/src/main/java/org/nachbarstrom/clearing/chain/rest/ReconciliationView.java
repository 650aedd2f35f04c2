package org.nachbarstrom.clearing.chain.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.clearing.chain.Difference;
import org.nachbarstrom.clearing.chain.Reconciliation;

/**
 * A comparison of chain and journal on the wire.
 *
 * @param result whether everything agrees
 * @param blockNumber latest block when it began
 * @param batchesCompared number of anchored batches compared
 * @param accountsCompared number of accounts compared
 * @param firstDifference where they differ; absent if everything agrees
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReconciliationView(
    UUID id,
    Instant finishedAt,
    Result result,
    long blockNumber,
    long batchesCompared,
    long accountsCompared,
    @Nullable DifferenceView firstDifference) {

  /** How a comparison ended. */
  enum Result {
    AGREED,
    DIFFERENT
  }

  /**
   * The first difference.
   *
   * @param id contract address, batch id or account number
   * @param journal what the journal says
   * @param found what the record at {@code place} says
   */
  record DifferenceView(
      Difference.Subject subject,
      String id,
      String field,
      String journal,
      String found,
      Difference.Place place) {
    static DifferenceView of(Difference difference) {
      return new DifferenceView(
          difference.subject(),
          difference.id(),
          difference.field(),
          difference.journal(),
          difference.found(),
          difference.place());
    }
  }

  static ReconciliationView of(Reconciliation reconciliation) {
    return new ReconciliationView(
        reconciliation.id(),
        reconciliation.finishedAt(),
        reconciliation.difference().isPresent() ? Result.DIFFERENT : Result.AGREED,
        reconciliation.blockNumber(),
        reconciliation.batches(),
        reconciliation.accounts(),
        reconciliation.difference().map(DifferenceView::of).orElse(null));
  }
}
