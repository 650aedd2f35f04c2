package org.nachbarstrom.metering.reading.messaging;

import java.time.Instant;

/** Body of {@code edifact.document-cancelled.v1}, as in its schema. */
record DocumentCancelled(
    Head.Interchange interchange,
    Head.Message message,
    Instant receivedAt,
    String cancelledDocument) {}
