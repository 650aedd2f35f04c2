package org.nachbarstrom.edifact.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of a draft.
 *
 * @param documentNumbers BGM 1004 of its messages in order
 * @param interchange outgoing interchange with them; absent if they were not sent
 * @param findings why they were not sent; else empty
 */
record DraftOutcome(
    List<String> documentNumbers, Optional<UUID> interchange, List<String> findings) {
  /** One that was not even written. */
  static DraftOutcome refused(List<String> findings) {
    return new DraftOutcome(List.of(), Optional.empty(), findings);
  }
}
