package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Lets the values of a finding be used: closings go on and rejected values count again. */
@ApplicationScoped
public class ReleaseFinding {
  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final Findings findings;
  private final KeepFindings keepFindings;
  private final CheckQueue queue;

  ReleaseFinding(
      TenantTransactions transactions,
      RecordingClock clock,
      Findings findings,
      KeepFindings keepFindings,
      CheckQueue queue) {
    this.transactions = transactions;
    this.clock = clock;
    this.findings = findings;
    this.keepFindings = keepFindings;
    this.queue = queue;
  }

  /**
   * Releases the finding; again changes nothing, also with another reason.
   *
   * @param by who releases it
   * @return the finding as it is then; fails with {@link PlausibilityRejection#UNKNOWN_FINDING} if
   *     it is not found now
   */
  public Uni<Findings.Known> release(Tenant tenant, UUID id, String by, String reason) {
    return transactions.inTransaction(
        tenant,
        () ->
            clock
                .open(tenant)
                .chain(open -> known(id))
                .call(known -> findings.lock(tenant, known.key()))
                // Read again: a check may have ended it while we waited.
                .chain(known -> known(id))
                .call(known ->
                    known.open() ? release(tenant, known, by, reason) : Uni.createFrom().voidItem())
                .chain(released -> known(id)));
  }

  private Uni<Void> release(Tenant tenant, Findings.Known known, String by, String reason) {
    return clock
        .now(tenant)
        .map(now -> new Findings.Release(by, reason, now))
        .chain(release -> findings.release(tenant, known.id(), release))
        // The next check takes back what the finding rejected; until then its closings wait.
        .chain(released ->
            queue.add(
                tenant, Map.of(known.key(), DateRange.ofDay(known.finding().day())), Duration.ZERO))
        .chain(queued -> keepFindings.queueHeld(tenant, known.key(), List.of(known)));
  }

  private Uni<Findings.Known> known(UUID id) {
    return findings
        .find(id)
        .map(found ->
            found.orElseThrow(() ->
                new ProblemException(
                    PlausibilityRejection.UNKNOWN_FINDING,
                    "Nothing with id '" + id + "' is found now.")));
  }
}
