package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.nachbarstrom.edifact.acknowledgement.SyntaxAnswer;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.interchange.ReceiveOutcome.Duplicate;
import org.nachbarstrom.edifact.interchange.ReceiveOutcome.Received;
import org.nachbarstrom.edifact.interchange.ReceiveOutcome.Unreadable;
import org.nachbarstrom.edifact.mscons.ReceivedProfile;
import org.nachbarstrom.edifact.mscons.TimeSeriesEvents;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Takes an interchange: stores it, answers each message and hands the accepted time series on, all
 * in one transaction. Reads and writes in batches, so that the size of the interchange does not
 * matter.
 */
@ApplicationScoped
public class ReceiveInterchange {
  private static final int RAW_PART_BYTES = 1 << 20;

  private final InterchangeStore store;
  private final TimeSeriesEvents events;
  private final TenantTransactions transactions;
  private final ReceiveSettings settings;
  private final Clock clock;

  ReceiveInterchange(
      InterchangeStore store,
      TimeSeriesEvents events,
      TenantTransactions transactions,
      ReceiveSettings settings,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes an interchange. Must be called on a Vert.x context.
   *
   * <p>A syntax error shows at the latest at the end; then everything is rolled back and only the
   * refusal is stored. A gzip file is unpacked on the way and kept as it is.
   */
  public Uni<ReceiveOutcome> receive(Tenant tenant, ReceivedFile file) {
    Instant now = clock.instant();
    return OffLoop.compute(
            () -> Reading.open(Unpacking.open(file, settings), settings.readOptions()))
        .chain(reading -> {
          Arrival arrival = new Arrival(tenant, UUID.randomUUID(), now, file, reading);
          return take(arrival)
              .onFailure(SyntaxBrokenException.class)
              .recoverWithUni(() -> refuse(arrival))
              .eventually(() -> close(reading));
        })
        .onFailure(NotUnpackedException.class)
        .recoverWithItem(NotUnpackedException::outcome);
  }

  private record Arrival(
      Tenant tenant, UUID id, Instant receivedAt, ReceivedFile file, Reading reading) {
    Interchange interchange(InterchangeState state) {
      boolean taken = state != InterchangeState.REJECTED;
      return new Interchange(
          id,
          state,
          reading.header(),
          receivedAt,
          reading.messageType(),
          reading.compressed(),
          file.sizeBytes(),
          file.sha256(),
          reading.messages().size(),
          taken ? reading.accepted() : 0,
          taken ? reading.values() : 0,
          reading.result().findings());
    }
  }

  private Uni<ReceiveOutcome> take(Arrival arrival) {
    return OffLoop.compute(arrival.reading()::next)
        .chain(first -> {
          Optional<InterchangeHeader> header = arrival.reading().header();
          return header.isEmpty()
              ? Uni.createFrom().failure(new SyntaxBrokenException())
              : transactions.inTransaction(
                  arrival.tenant(), () -> addUnlessKnown(arrival, header.get(), first));
        });
  }

  private Uni<ReceiveOutcome> addUnlessKnown(
      Arrival arrival, InterchangeHeader header, Reading.Batch first) {
    return unlessKnown(
        arrival,
        () ->
            store
                .add(arrival.tenant(), arrival.interchange(InterchangeState.ACCEPTED))
                .chain(() -> addContent(arrival, header, first)));
  }

  private Uni<ReceiveOutcome> unlessKnown(Arrival arrival, Supplier<Uni<ReceiveOutcome>> add) {
    Optional<InterchangeHeader> header = arrival.reading().header();
    if (header.isEmpty()) {
      return add.get();
    }
    return store
        .earlier(arrival.tenant(), header.get(), arrival.file().sha256())
        .chain(earlier ->
            earlier.isPresent()
                ? Uni.createFrom().item(Duplicate.of(header.get(), earlier.get()))
                : add.get());
  }

  private Uni<ReceiveOutcome> addContent(
      Arrival arrival, InterchangeHeader header, Reading.Batch first) {
    return addBatches(arrival, header, first)
        .chain(() -> {
          Reading reading = arrival.reading();
          if (!reading.result().syntaxValid()) {
            return Uni.createFrom().failure(new SyntaxBrokenException());
          }
          Interchange done =
              arrival.interchange(
                  InterchangeState.of(reading.messages().size(), reading.accepted()));
          return addRaw(arrival)
              .chain(() -> store.complete(done))
              .replaceWith(new Received(done, List.copyOf(reading.messages())));
        });
  }

  /** Stores a batch while the next one is being read. */
  private Uni<Void> addBatches(Arrival arrival, InterchangeHeader header, Reading.Batch first) {
    Multi<Reading.Batch> others =
        Multi.createBy()
            .repeating()
            .uni(() -> OffLoop.compute(arrival.reading()::next))
            .until(batch -> batch.messages().isEmpty());
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(first), others)
        .onItem()
        .transformToUniAndConcatenate(batch -> addBatch(arrival, header, batch))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> addBatch(Arrival arrival, InterchangeHeader header, Reading.Batch batch) {
    List<ReceivedProfile> profiles =
        batch.profiles().stream()
            .map(taken ->
                new ReceivedProfile(header, arrival.receivedAt(), taken.facts(), taken.profile()))
            .toList();
    return store
        .addMessages(arrival.tenant(), arrival.id(), batch.messages())
        .chain(() -> events.publish(arrival.tenant(), profiles));
  }

  private Uni<ReceiveOutcome> refuse(Arrival arrival) {
    InterchangeResult result = arrival.reading().result();
    Interchange refused = arrival.interchange(InterchangeState.REJECTED);
    List<ReceivedMessage> messages =
        arrival.reading().messages().stream().map(ReceivedMessage::refused).toList();
    Optional<byte[]> contrl = SyntaxAnswer.to(result, arrival.id(), arrival.receivedAt());
    Supplier<Uni<ReceiveOutcome>> add =
        () ->
            store
                .add(arrival.tenant(), refused)
                .chain(() -> addRaw(arrival))
                .chain(() -> store.addMessages(arrival.tenant(), arrival.id(), messages))
                .chain(() ->
                    contrl.isPresent()
                        ? store.addContrl(arrival.id(), contrl.get())
                        : Uni.createFrom().voidItem())
                .replaceWith(new Unreadable(refused, messages, contrl));
    return transactions.inTransaction(arrival.tenant(), () -> unlessKnown(arrival, add));
  }

  private Uni<Void> addRaw(Arrival arrival) {
    return OffLoop.compute(arrival.file()::open)
        .chain(in -> addRaw(arrival, in).eventually(() -> close(in)));
  }

  private Uni<Void> addRaw(Arrival arrival, InputStream in) {
    AtomicInteger part = new AtomicInteger();
    return Multi.createBy()
        .repeating()
        .uni(() -> OffLoop.compute(() -> in.readNBytes(RAW_PART_BYTES)))
        .until(bytes -> bytes.length == 0)
        .onItem()
        .transformToUniAndConcatenate(
            bytes -> store.addRaw(arrival.tenant(), arrival.id(), part.getAndIncrement(), bytes))
        .onItem()
        .ignoreAsUni();
  }

  private static Uni<Boolean> close(Closeable open) {
    return OffLoop.compute(() -> {
      open.close();
      return true;
    });
  }

  /** Rolls the transaction back that has taken messages of a broken interchange. */
  private static final class SyntaxBrokenException extends IOException {
    private static final long serialVersionUID = 1L;

    SyntaxBrokenException() {
      super("the syntax of the interchange is broken");
    }
  }
}
