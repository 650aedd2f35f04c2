package org.nachbarstrom.clearing.batch.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.clearing.batch.Alarm;
import org.nachbarstrom.clearing.batch.Anchor;
import org.nachbarstrom.clearing.batch.BatchProgress;
import org.nachbarstrom.clearing.batch.BatchRecord;
import org.nachbarstrom.clearing.batch.BatchState;
import org.nachbarstrom.clearing.batch.Refusal;

/**
 * A batch on the wire.
 *
 * @param sequence place in the order of settlement
 * @param waitingFor what it waits for; absent once it is anchored or refused
 * @param refusal why it is refused; present exactly then
 * @param ledgerSequence place in the order of the ledger and the contract; present once posted
 * @param anchor where on the chain; present once anchored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchView(
    UUID id,
    long sequence,
    BatchState state,
    Closing closing,
    int bookings,
    Instant receivedAt,
    @Nullable WaitingFor waitingFor,
    @Nullable Reason refusal,
    @Nullable Long ledgerSequence,
    @Nullable Instant postedAt,
    @Nullable AnchorView anchor) {

  /** The closing that was settled. */
  record Closing(UUID id, int version, String community) {}

  /** Why it is refused. */
  record Reason(String code, String detail) {}

  /**
   * What a batch waits for.
   *
   * @param kind {@code PREDECESSOR}: the batch with {@code sequence} has not arrived; {@code
   *     POSTING}: it is its turn; {@code CHAIN}: it is posted and not on the chain
   * @param code why the last attempt to anchor failed
   * @param detail sentence to the code
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WaitingFor(
      Kind kind, @Nullable Long sequence, @Nullable String code, @Nullable String detail) {
    /** What is missing. */
    enum Kind {
      PREDECESSOR,
      POSTING,
      CHAIN
    }
  }

  /** Where on the chain the batch is. */
  record AnchorView(
      String merkleRoot,
      String transactionHash,
      long blockNumber,
      long gasUsed,
      String contract,
      long chainId,
      Instant anchoredAt) {
    static AnchorView of(Anchor anchor) {
      return new AnchorView(
          anchor.merkleRoot(),
          anchor.transactionHash(),
          anchor.blockNumber(),
          anchor.gasUsed(),
          anchor.contract(),
          anchor.chainId(),
          anchor.anchoredAt());
    }
  }

  static BatchView of(BatchRecord batch, long nextSequence) {
    return switch (batch.progress()) {
      case BatchProgress.Received received ->
          view(batch, waitingForTurn(batch.sequence(), nextSequence), null, null);
      case BatchProgress.Posted posted ->
          view(batch, waitingForChain(posted), posted.ledgerSequence(), posted.postedAt());
      case BatchProgress.Anchored anchored ->
          view(batch, null, anchored.ledgerSequence(), anchored.postedAt());
      case BatchProgress.Refused refused -> view(batch, null, null, null);
    };
  }

  private static BatchView view(
      BatchRecord batch,
      @Nullable WaitingFor waitingFor,
      @Nullable Long ledgerSequence,
      @Nullable Instant postedAt) {
    Refusal refusal =
        batch.progress() instanceof BatchProgress.Refused refused ? refused.refusal() : null;
    Anchor anchor =
        batch.progress() instanceof BatchProgress.Anchored anchored ? anchored.anchor() : null;
    return new BatchView(
        batch.id(),
        batch.sequence(),
        batch.progress().state(),
        new Closing(batch.closing().id(), batch.closing().version(), batch.closing().community()),
        batch.bookings(),
        batch.receivedAt(),
        waitingFor,
        refusal == null ? null : new Reason(refusal.code(), refusal.detail()),
        ledgerSequence,
        postedAt,
        anchor == null ? null : AnchorView.of(anchor));
  }

  private static WaitingFor waitingForTurn(long sequence, long nextSequence) {
    return sequence > nextSequence
        ? new WaitingFor(WaitingFor.Kind.PREDECESSOR, nextSequence, null, null)
        : new WaitingFor(WaitingFor.Kind.POSTING, null, null, null);
  }

  private static WaitingFor waitingForChain(BatchProgress.Posted posted) {
    Alarm alarm = posted.alarm().orElse(null);
    return new WaitingFor(
        WaitingFor.Kind.CHAIN,
        null,
        alarm == null ? null : alarm.code(),
        alarm == null ? null : alarm.detail());
  }
}
