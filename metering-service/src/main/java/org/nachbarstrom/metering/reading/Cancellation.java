package org.nachbarstrom.metering.reading;

/**
 * A sender takes back a document (Storno).
 *
 * @param source the cancelling document
 * @param cancelledNumber number of the cancelled document of the same sender; void is what was sent
 *     under it up to the message time of the cancellation
 */
public record Cancellation(SourceDocument source, String cancelledNumber)
    implements ReceivedDocument {}
