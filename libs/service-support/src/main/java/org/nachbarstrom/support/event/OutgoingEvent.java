package org.nachbarstrom.support.event;

/**
 * A fact to tell others once the current transaction has committed.
 *
 * @param address broker address, also the event type without {@code org.nachbarstrom.}
 * @param subject what the event is about: an accounting point, closing or batch id
 * @param data body, written as JSON
 */
public record OutgoingEvent(String address, String subject, Object data) {}
