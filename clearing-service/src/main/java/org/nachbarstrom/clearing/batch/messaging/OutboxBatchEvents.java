package org.nachbarstrom.clearing.batch.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.nachbarstrom.clearing.batch.Anchor;
import org.nachbarstrom.clearing.batch.BatchEvents;
import org.nachbarstrom.clearing.batch.Refusal;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Events about batches through the outbox. */
@ApplicationScoped
class OutboxBatchEvents implements BatchEvents {
  private static final String CLEARED = "clearing.batch-cleared.v1";
  private static final String REFUSED = "clearing.batch-refused.v1";

  private final Outbox outbox;

  OutboxBatchEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> cleared(Tenant tenant, UUID batch, long sequence, Anchor anchor) {
    Cleared body =
        new Cleared(
            batch,
            sequence,
            anchor.merkleRoot(),
            anchor.transactionHash(),
            anchor.blockNumber(),
            anchor.contract(),
            anchor.chainId(),
            anchor.gasUsed(),
            anchor.anchoredAt());
    return outbox.append(tenant, new OutgoingEvent(CLEARED, batch.toString(), body));
  }

  @Override
  public Uni<Void> refused(Tenant tenant, UUID batch, long sequence, Refusal refusal) {
    Refused body = new Refused(batch, sequence, refusal.code(), refusal.detail());
    return outbox.append(tenant, new OutgoingEvent(REFUSED, batch.toString(), body));
  }

  /** Body of {@code clearing.batch-cleared.v1}. */
  record Cleared(
      UUID batch,
      long sequence,
      String merkleRoot,
      String transactionHash,
      long blockNumber,
      String contract,
      long chainId,
      long gasUsed,
      Instant clearedAt) {}

  /** Body of {@code clearing.batch-refused.v1}. */
  record Refused(UUID batch, long sequence, String code, String detail) {}
}
