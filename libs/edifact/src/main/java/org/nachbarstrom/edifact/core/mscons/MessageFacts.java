package org.nachbarstrom.edifact.core.mscons;

import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/**
 * What names a message, as far as it was read; the rest is empty.
 *
 * @param header UNH
 * @param documentNumber BGM 1004
 * @param checkIdentifier RFF+Z13
 * @param location LOC+172 as sent
 */
public record MessageFacts(
    MessageHeader header, String documentNumber, String checkIdentifier, String location) {}
