package org.nachbarstrom.edifact.dispatch;

import java.util.List;
import java.util.UUID;

/** What came of queueing an interchange. */
public sealed interface EnqueueOutcome {
  /** Our id of it. */
  UUID id();

  /** It goes out when the transaction commits. */
  record Queued(UUID id) implements EnqueueOutcome {}

  /**
   * Our own validation finds fault with it; it is kept for a person and not sent.
   *
   * @param findings what is wrong, at least one
   */
  record Parked(UUID id, List<String> findings) implements EnqueueOutcome {}
}
