package org.nachbarstrom.edifact.interchange;

import java.util.Optional;

/**
 * Which messages to list; what is empty does not matter.
 *
 * @param location LOC+172 as sent
 * @param documentNumber BGM 1004
 * @param checkIdentifier Prüfidentifikator
 * @param accepted whether it was taken
 */
public record MessageSearch(
    Optional<String> location,
    Optional<String> documentNumber,
    Optional<String> checkIdentifier,
    Optional<Boolean> accepted) {
  /** Whether any message will do. */
  public boolean any() {
    return location.isEmpty()
        && documentNumber.isEmpty()
        && checkIdentifier.isEmpty()
        && accepted.isEmpty();
  }
}
