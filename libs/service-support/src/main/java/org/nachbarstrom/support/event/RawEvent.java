package org.nachbarstrom.support.event;

import io.smallrye.reactive.messaging.amqp.AmqpMessage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Attributes and body of a CloudEvent in AMQP binary mode, not yet trusted. */
record RawEvent(
    @Nullable String id,
    String type,
    String subject,
    String tenantId,
    @Nullable String traceparent,
    Buffer body) {

  /** Property prefix of the CloudEvents AMQP binding 1.0.2, section 3.1. */
  static final String PREFIX = "cloudEvents:";

  static RawEvent of(Message<?> message) {
    AmqpMessage<?> amqp = message.unwrap(AmqpMessage.class);
    @Nullable JsonObject given = amqp.getApplicationProperties();
    JsonObject properties = given == null ? new JsonObject() : given;
    Buffer body = amqp.getAmqpMessage().getDelegate().bodyAsBinary();
    return new RawEvent(
        properties.getString(PREFIX + "id"),
        properties.getString(PREFIX + "type", ""),
        properties.getString(PREFIX + "subject", ""),
        properties.getString(PREFIX + "tenantid", ""),
        properties.getString(PREFIX + "traceparent"),
        body == null ? Buffer.buffer() : body);
  }

  UUID eventId() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException notAUuid) {
      throw new ProblemException(
          PlatformRejection.UNREADABLE_EVENT, "The attribute 'id' is not a UUID: " + id);
    }
  }

  String address() {
    return type.startsWith(Outbox.TYPE_PREFIX) ? type.substring(Outbox.TYPE_PREFIX.length()) : type;
  }
}
