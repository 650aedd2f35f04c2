package org.nachbarstrom.edifact.core.interchange;

/**
 * An interchange that was written completely.
 *
 * @param reference UNB 0020
 * @param fileName its name by convention
 * @param messages number of messages, at least 1
 * @param bytes size, uncompressed
 */
public record WrittenInterchange(
    String reference, InterchangeFileName fileName, int messages, long bytes) {}
