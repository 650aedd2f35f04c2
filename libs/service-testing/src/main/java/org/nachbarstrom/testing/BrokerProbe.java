package org.nachbarstrom.testing;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A neighbour on the broker: sends events as other services would and keeps what it receives. */
public final class BrokerProbe implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final AmqpConnection connection;

  /** Connects to the broker on this machine. */
  public BrokerProbe(int port) {
    AmqpClientOptions options = new AmqpClientOptions().setHost("127.0.0.1").setPort(port);
    this.connection = await(AmqpClient.create(vertx, options).connect());
  }

  /** One received event. */
  public record Received(JsonObject properties, String body) {
    /** A CloudEvents attribute, such as {@code subject}; empty if absent. */
    public String attribute(String name) {
      return properties.getString("cloudEvents:" + name, "");
    }

    /** The body as JSON. */
    public JsonObject json() {
      return new JsonObject(body);
    }
  }

  /** Sends an event to its address and waits until the broker has it. */
  public void send(String address, String tenant, UUID id, String body) {
    JsonObject properties =
        new JsonObject()
            .put("cloudEvents:specversion", "1.0")
            .put("cloudEvents:id", id.toString())
            .put("cloudEvents:source", "/test")
            .put("cloudEvents:type", "org.nachbarstrom." + address)
            .put("cloudEvents:subject", "test")
            .put("cloudEvents:tenantid", tenant);
    AmqpMessage message =
        AmqpMessage.create()
            .applicationProperties(properties)
            .contentType("application/json; charset=utf-8")
            .withBufferAsBody(Buffer.buffer(body))
            .durable(true)
            .build();
    await(
        connection
            .createSender(address)
            .compose(sender -> sender.sendWithAck(message).compose(sent -> sender.close())));
  }

  /**
   * Receives all that arrives from now on; the list grows.
   *
   * @param source an address, or {@code address::queue} to take from a consumer's own queue
   */
  public List<Received> collect(String source) {
    List<Received> received = new CopyOnWriteArrayList<>();
    await(connection.createReceiver(source))
        .handler(message ->
            received.add(
                new Received(
                    message.applicationProperties() == null
                        ? new JsonObject()
                        : message.applicationProperties(),
                    message.bodyAsBinary().toString())));
    return received;
  }

  @Override
  public void close() {
    await(connection.close());
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
