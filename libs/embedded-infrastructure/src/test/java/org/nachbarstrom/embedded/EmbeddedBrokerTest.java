package org.nachbarstrom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final String ADDRESS = "edifact.time-series-received.v1";
  private static final String QUEUE = "metering.time-series-received";

  private final Vertx vertx = Vertx.vertx();

  @TempDir Path folder;

  @AfterEach
  void closeClient() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void keepsALargeMessageForAReaderThatComesAfterARestart() throws Exception {
    byte[] payload = new byte[5 * 1024 * 1024];
    payload[payload.length - 1] = 7;
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, FreePorts.one())) {
      send(broker, payload);
      // The broker counts a message a moment after it has answered for it.
      Awaitility.await().until(() -> broker.messageCount(QUEUE) == 1);
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, FreePorts.one())) {
      BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
      receiver(broker, QUEUE)
          .handler(message -> {
            received.add(message.bodyAsBinary().getBytes());
            message.accepted();
          });
      assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(payload);
      Awaitility.await().until(() -> broker.messageCount(QUEUE) == 0);
    }
  }

  @Test
  void deliversAgainWhatAReaderCouldNotHandle() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      AtomicInteger attempts = new AtomicInteger();
      receiver(broker, QUEUE)
          .handler(message -> {
            if (attempts.incrementAndGet() < 3) {
              message.modified(true, false);
            } else {
              message.accepted();
            }
          });
      send(broker, new byte[] {1});
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> attempts.get() == 3 && broker.messageCount(QUEUE) == 0);
      assertThat(broker.messageCount(EmbeddedBroker.DEAD_LETTERS)).isZero();
    }
  }

  @Test
  void declaresEveryAgreedQueueBeforeAnybodyConnects() {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      assertThat(EmbeddedBroker.queuesWithTheirAddress())
          .hasSizeGreaterThanOrEqualTo(7)
          .containsEntry("clearing.booking-batch", "settlement.booking-batch.v1")
          .allSatisfy((queue, address) -> assertThat(broker.messageCount(queue)).isZero());
    }
  }

  private void send(EmbeddedBroker broker, byte[] payload) throws Exception {
    AmqpMessage message =
        AmqpMessage.create().withBufferAsBody(Buffer.buffer(payload)).durable(true).build();
    connect(broker)
        .createSender(ADDRESS)
        .compose(sender -> sender.sendWithAck(message))
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private AmqpReceiver receiver(EmbeddedBroker broker, String queue) throws Exception {
    return connect(broker)
        .createReceiver(
            ADDRESS + "::" + queue, new AmqpReceiverOptions().setAutoAcknowledgement(false))
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private AmqpConnection connect(EmbeddedBroker broker) throws Exception {
    return AmqpClient.create(
            vertx, new AmqpClientOptions().setHost("127.0.0.1").setPort(broker.port()))
        .connect()
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }
}
