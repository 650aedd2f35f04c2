package org.nachbarstrom.support.event;

import java.util.UUID;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * An event as it arrived, seen for the first time.
 *
 * @param id CloudEvents id, the same on every repetition
 * @param address event type without {@code org.nachbarstrom.}
 * @param subject what the event is about
 * @param tenant whose event it is
 * @param data body
 */
public record IncomingEvent<T>(UUID id, String address, String subject, Tenant tenant, T data) {}
