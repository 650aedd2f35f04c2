package org.nachbarstrom.edifact.interchange;

import java.time.Instant;
import java.util.Optional;

/**
 * Which interchanges to list; what is empty does not matter.
 *
 * @param reference UNB 0020
 * @param sender UNB 0004
 * @param state what became of it
 * @param received when it was received
 * @param message what one of its messages must be
 */
public record InterchangeSearch(
    Optional<String> reference,
    Optional<String> sender,
    Optional<InterchangeState> state,
    ReceivedBetween received,
    MessageSearch message) {

  /**
   * A time of receipt.
   *
   * @param from first instant
   * @param to end, exclusive
   */
  public record ReceivedBetween(Optional<Instant> from, Optional<Instant> to) {}
}
