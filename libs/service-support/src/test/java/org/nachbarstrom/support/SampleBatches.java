package org.nachbarstrom.support;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.support.event.EventBatches;
import org.nachbarstrom.support.event.IncomingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Stores notes that arrive together. */
@ApplicationScoped
public class SampleBatches {
  private final EventBatches batches;
  private final SampleNotes notes;
  private final AtomicInteger largest = new AtomicInteger();
  private final AtomicInteger crashes = new AtomicInteger();

  SampleBatches(EventBatches batches, SampleNotes notes) {
    this.batches = batches;
    this.notes = notes;
  }

  @Incoming("sample-batches")
  Flow.Subscriber<Message<byte[]>> receive() {
    return batches.of(SampleNotes.Note.class, this::storeAll);
  }

  private Uni<Void> storeAll(Tenant owner, List<IncomingEvent<SampleNotes.Note>> events) {
    largest.accumulateAndGet(events.size(), Math::max);
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (IncomingEvent<SampleNotes.Note> event : events) {
      chain = chain.chain(stored -> store(event));
    }
    return chain;
  }

  private Uni<Void> store(IncomingEvent<SampleNotes.Note> event) {
    // With others and then alone: both fail, so that the broker sends it again.
    if ("crash".equals(event.data().words().getFirst()) && crashes.getAndIncrement() < 2) {
      throw new IllegalStateException("crash");
    }
    return notes.store(event);
  }

  /** How many events were handled together at most. */
  int largest() {
    return largest.get();
  }
}
