package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.interchange.OpenArrival.Looked;
import org.nachbarstrom.edifact.interchange.ReceiveOutcome.Duplicate;
import org.nachbarstrom.edifact.interchange.ReceiveOutcome.Received;
import org.nachbarstrom.edifact.interchange.ReceiveOutcome.Unreadable;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Takes an interchange, whatever channel it comes through: stores it, answers it and each of its
 * messages, hands on what metering can use and matches what answers something of ours, all in one
 * transaction. Reads and writes in batches, so that the size of the interchange does not matter.
 */
@ApplicationScoped
public class ReceiveInterchange {
  private static final int RAW_PART_BYTES = 1 << 20;

  private final InterchangeStore store;
  private final OpenArrival opening;
  private final TakeMessages messages;
  private final AnswerArrival answers;
  private final TenantTransactions transactions;

  ReceiveInterchange(
      InterchangeStore store,
      OpenArrival opening,
      TakeMessages messages,
      AnswerArrival answers,
      TenantTransactions transactions) {
    this.store = store;
    this.opening = opening;
    this.messages = messages;
    this.answers = answers;
    this.transactions = transactions;
  }

  /**
   * Takes an interchange. Must be called on a Vert.x context.
   *
   * <p>A syntax error shows at the latest at the end; then everything is rolled back and only the
   * refusal is stored. A gzip file is unpacked on the way and kept as it is.
   */
  public Uni<ReceiveOutcome> receive(Tenant tenant, ReceivedFile file) {
    return opening
        .look(file)
        .chain(looked ->
            take(tenant, file, looked)
                .onFailure(SyntaxBrokenException.class)
                .recoverWithUni(broken -> refuse(broken.arrival, looked)))
        .onFailure(NotUnpackedException.class)
        .recoverWithItem(NotUnpackedException::outcome);
  }

  private Uni<ReceiveOutcome> take(Tenant tenant, ReceivedFile file, Looked looked) {
    return transactions.inTransaction(
        tenant,
        () ->
            unlessKnown(
                tenant,
                file,
                looked,
                () ->
                    opening
                        .open(tenant, file, looked)
                        .chain(arrival ->
                            takeAll(arrival).eventually(() -> close(arrival.reading())))));
  }

  private Uni<ReceiveOutcome> unlessKnown(
      Tenant tenant, ReceivedFile file, Looked looked, Supplier<Uni<ReceiveOutcome>> add) {
    Optional<InterchangeHeader> header = looked.kind().header();
    if (header.isEmpty()) {
      return add.get();
    }
    return store
        .earlier(tenant, header.get(), file.sha256())
        .chain(earlier ->
            earlier.isPresent()
                ? Uni.createFrom().item(Duplicate.of(header.get(), earlier.get()))
                : add.get());
  }

  private Uni<ReceiveOutcome> takeAll(Arrival arrival) {
    Optional<InterchangeHeader> header = arrival.kind().header();
    if (header.isEmpty()) {
      // Reads the beginning once more, for its findings.
      return OffLoop.compute(arrival.reading()::next).chain(() -> broken(arrival));
    }
    return store
        .add(arrival.tenant(), arrival.begun())
        .chain(() -> takeBatches(arrival, header.get()))
        .chain(() -> arrival.result().syntaxValid() ? complete(arrival) : broken(arrival));
  }

  private Uni<Void> takeBatches(Arrival arrival, InterchangeHeader header) {
    return Multi.createBy()
        .repeating()
        .uni(() -> OffLoop.compute(arrival.reading()::next))
        .until(List::isEmpty)
        .onItem()
        .transformToUniAndConcatenate(batch -> messages.take(arrival, header, batch))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<ReceiveOutcome> complete(Arrival arrival) {
    Interchange done = arrival.taken();
    return addRaw(arrival)
        .chain(() -> store.complete(done))
        .chain(() -> answers.taken(arrival))
        .replaceWith(new Received(done, List.copyOf(arrival.messages())));
  }

  private static Uni<ReceiveOutcome> broken(Arrival arrival) {
    return Uni.createFrom().failure(new SyntaxBrokenException(arrival));
  }

  private Uni<ReceiveOutcome> refuse(Arrival arrival, Looked looked) {
    Interchange refused = arrival.refused();
    List<ReceivedMessage> answered =
        arrival.messages().stream().map(ReceivedMessage::refused).toList();
    Supplier<Uni<ReceiveOutcome>> add =
        () ->
            store
                .add(arrival.tenant(), refused)
                .chain(() -> addRaw(arrival))
                .chain(() -> store.addMessages(arrival.tenant(), arrival.id(), answered))
                .chain(() -> answers.refused(arrival))
                .map(contrl -> new Unreadable(refused, answered, contrl));
    return transactions.inTransaction(
        arrival.tenant(), () -> unlessKnown(arrival.tenant(), arrival.file(), looked, add));
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

    private final transient Arrival arrival;

    SyntaxBrokenException(Arrival arrival) {
      super("the syntax of the interchange is broken");
      this.arrival = arrival;
    }
  }
}
