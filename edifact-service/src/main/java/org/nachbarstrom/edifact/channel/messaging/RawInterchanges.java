package org.nachbarstrom.edifact.channel.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.amqp.AmqpMessage;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.interchange.ReceiveInterchange;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Takes raw interchanges from the broker. What is wrong with one is stored and answered as over
 * REST; only what names no tenant, or cannot be stored, is given back and ends in the dead-letter
 * queue after the broker's last attempt. A repetition is known by sender and reference.
 */
@ApplicationScoped
class RawInterchanges {
  static final String CONTENT_TYPE = "application/edifact";

  /** The tenant, as on events. */
  static final String TENANT = "cloudEvents:tenantid";

  private static final Logger LOG = Logger.getLogger(RawInterchanges.class);

  private final ReceiveInterchange receive;

  RawInterchanges(ReceiveInterchange receive) {
    this.receive = receive;
  }

  @Incoming("interchanges-in")
  Uni<Void> take(Message<byte[]> message) {
    return Uni.createFrom()
        .deferred(() -> receive(message.unwrap(AmqpMessage.class)))
        .onItem()
        .transformToUni(done -> Uni.createFrom().completionStage(message.ack()))
        .onFailure()
        .recoverWithUni(failure -> {
          LOG.warnf("An interchange from the broker is given back: %s", failure);
          return Uni.createFrom().completionStage(message.nack(failure));
        });
  }

  private Uni<Void> receive(AmqpMessage<?> message) {
    Tenant tenant = new Tenant(message.getApplicationProperties().getString(TENANT, ""));
    @Nullable Buffer body = message.getAmqpMessage().getDelegate().bodyAsBinary();
    byte[] bytes = body == null ? new byte[0] : body.getBytes();
    return OffLoop.compute(() -> MemoryFile.of(bytes))
        .chain(file -> receive.receive(tenant, file))
        .replaceWithVoid();
  }
}
