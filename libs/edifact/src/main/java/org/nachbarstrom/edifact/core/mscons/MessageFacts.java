package org.nachbarstrom.edifact.core.mscons;

import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/**
 * What names a message, as far as it was read; the rest is empty.
 *
 * @param header UNH
 * @param documentKind BGM 1001
 * @param documentNumber BGM 1004
 * @param checkIdentifier RFF+Z13
 * @param location LOC+172 as sent
 */
public record MessageFacts(
    MessageHeader header,
    String documentKind,
    String documentNumber,
    String checkIdentifier,
    String location) {
  /** Facts of a message whose BGM is not known. */
  public MessageFacts(
      MessageHeader header, String documentNumber, String checkIdentifier, String location) {
    this(header, "", documentNumber, checkIdentifier, location);
  }
}
