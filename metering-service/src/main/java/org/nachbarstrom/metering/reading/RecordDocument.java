package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes what a document says about readings or energy quantities. */
@ApplicationScoped
public class RecordDocument {
  private final RecordingClock clock;
  private final DocumentStore store;

  RecordDocument(RecordingClock clock, DocumentStore store) {
    this.clock = clock;
    this.store = store;
  }

  /**
   * Records the document in the current transaction. Repeating it, or recording documents in
   * another order, ends in the same state.
   */
  public Uni<Void> record(Tenant tenant, ReceivedDocument document) {
    return clock
        .open(tenant)
        .chain(open -> clock.now(tenant))
        .chain(now -> store.append(tenant, document, now));
  }
}
