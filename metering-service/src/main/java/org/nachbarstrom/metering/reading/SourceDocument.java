package org.nachbarstrom.metering.reading;

import org.nachbarstrom.metering.series.Origin;

/**
 * The document that said something.
 *
 * @param sender who sent it
 * @param number its number at the sender (BGM 1004), by which it can be cancelled
 * @param origin the message, by which the later of two is told
 */
public record SourceDocument(String sender, String number, Origin origin) {}
