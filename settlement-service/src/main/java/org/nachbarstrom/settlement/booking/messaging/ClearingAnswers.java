package org.nachbarstrom.settlement.booking.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.settlement.booking.ClearingFacts;
import org.nachbarstrom.settlement.booking.RecordClearing;
import org.nachbarstrom.settlement.booking.Refusal;
import org.nachbarstrom.support.event.EventConsumer;

/** Hears from clearing what became of a batch. */
@ApplicationScoped
class ClearingAnswers {
  private final EventConsumer consumer;
  private final RecordClearing record;

  ClearingAnswers(EventConsumer consumer, RecordClearing record) {
    this.consumer = consumer;
    this.record = record;
  }

  @Incoming("batch-cleared")
  Uni<Void> cleared(Message<byte[]> message) {
    return consumer.consume(
        message,
        BatchCleared.class,
        event -> record.cleared(event.tenant(), event.data().batch(), event.data().facts()));
  }

  @Incoming("batch-refused")
  Uni<Void> refused(Message<byte[]> message) {
    return consumer.consume(
        message,
        BatchRefused.class,
        event ->
            record.refused(
                event.tenant(),
                event.data().batch(),
                new Refusal(event.data().code(), event.data().detail())));
  }

  /** What settlement reads of {@code clearing.batch-cleared.v1}. */
  record BatchCleared(
      @JsonProperty(required = true) UUID batch,
      @JsonProperty(required = true) String merkleRoot,
      @JsonProperty(required = true) String transactionHash,
      @JsonProperty(required = true) long blockNumber,
      @JsonProperty(required = true) String contract,
      @JsonProperty(required = true) long chainId,
      @JsonProperty(required = true) long gasUsed) {
    BatchCleared {
      Objects.requireNonNull(batch, "batch");
      Objects.requireNonNull(merkleRoot, "merkleRoot");
      Objects.requireNonNull(transactionHash, "transactionHash");
      Objects.requireNonNull(contract, "contract");
    }

    ClearingFacts facts() {
      return new ClearingFacts(
          merkleRoot, transactionHash, blockNumber, contract, chainId, gasUsed);
    }
  }

  /** What settlement reads of {@code clearing.batch-refused.v1}. */
  record BatchRefused(
      @JsonProperty(required = true) UUID batch,
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String detail) {
    BatchRefused {
      Objects.requireNonNull(batch, "batch");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(detail, "detail");
    }
  }
}
