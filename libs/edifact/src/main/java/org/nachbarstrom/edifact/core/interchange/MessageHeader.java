package org.nachbarstrom.edifact.core.interchange;

/**
 * UNH of a message; what was not sent is empty.
 *
 * @param reference message reference
 * @param type message type, for example MSCONS
 * @param directory version, release and agency of the directory, for example {@code D:04B:UN}
 * @param version version of the market's message description, for example 2.5
 */
public record MessageHeader(String reference, String type, String directory, String version) {}
