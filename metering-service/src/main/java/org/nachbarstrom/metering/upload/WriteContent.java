package org.nachbarstrom.metering.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.nachbarstrom.metering.reading.ReadingDelivery;
import org.nachbarstrom.metering.retention.RetentionRejection;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.EventLoops;

/**
 * Writes what an upload says, batch by batch, each in a transaction of its own together with its
 * counts. Writing the same again changes nothing.
 */
@ApplicationScoped
class WriteContent {
  private static final int MOST_RETRIES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final EventLoops loops;
  private final TenantTransactions transactions;
  private final UploadSteps steps;
  private final RecordBatch record;

  WriteContent(
      EventLoops loops, TenantTransactions transactions, UploadSteps steps, RecordBatch record) {
    this.loops = loops;
    this.transactions = transactions;
    this.steps = steps;
    this.record = record;
  }

  /**
   * Writes the content of an upload that is in state {@link UploadState#WRITING}.
   *
   * @return it, completed
   */
  Upload write(Tenant tenant, Upload upload, UploadContent content) {
    try {
      content.forEachBatch(batch -> retried(tenant, () -> record.values(tenant, upload, batch)));
      for (ReadingDelivery document : content.documents(upload.origin())) {
        retried(tenant, () -> record.readings(tenant, upload, document));
      }
    } catch (RuntimeException failure) {
      steps.end(tenant, upload, UploadState.INTERRUPTED);
      throw said(failure);
    }
    return steps.end(tenant, upload, UploadState.COMPLETED);
  }

  /** What is too late was left out, so that only a horizon that moved since refuses anything. */
  private static RuntimeException said(RuntimeException failure) {
    return failure instanceof ProblemException problem
            && problem.rejection() == RetentionRejection.VALUES_TOO_LATE
        ? new ProblemException(
            UploadRejection.HORIZON_MOVED,
            problem.detail() + " Send it again: what is too late is left out and listed then.")
        : failure;
  }

  /** A transaction may lose against another one that needs the same rows in another order. */
  private void retried(Tenant tenant, Supplier<Uni<Void>> work) {
    loops
        .start(() -> transactions.inTransaction(tenant, work))
        .onFailure(failure -> !(failure instanceof ProblemException))
        .retry()
        .withBackOff(FIRST_PAUSE)
        .atMost(MOST_RETRIES)
        .await()
        .indefinitely();
  }
}
