package org.nachbarstrom.edifact.mscons.messaging;

import java.time.Instant;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.support.event.OutgoingEvent;

/** Body of {@code edifact.document-cancelled.v1}, as in its schema. */
record DocumentCancelled(
    Source.Interchange interchange,
    Source.Message message,
    Instant receivedAt,
    String cancelledDocument) {
  private static final String ADDRESS = "edifact.document-cancelled.v1";

  static OutgoingEvent event(Source source, Cancellation cancellation) {
    String document = cancellation.cancelledDocument();
    return new OutgoingEvent(
        ADDRESS,
        document,
        new DocumentCancelled(
            source.interchange(), source.message(), source.receivedAt(), document));
  }
}
