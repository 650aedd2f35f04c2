package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every file and every event of a run comes twice. */
class RepetitionIT {
  private static final List<String> ADDRESSES =
      List.of(
          "edifact.time-series-received.v1",
          "metering.member-energy.v1",
          "metering.period-closed.v1",
          "pricing.member-cost.v1",
          "settlement.booking-batch.v1",
          "clearing.batch-cleared.v1");

  private final Vertx vertx = Vertx.vertx();
  private final List<Copy> copies = new CopyOnWriteArrayList<>();
  private final AmqpConnection connection;

  private record Copy(String address, AmqpMessage message) {
    JsonObject properties() {
      return message.applicationProperties();
    }
  }

  RepetitionIT() {
    int port = Installation.shared().broker().port();
    connection =
        joined(
            AmqpClient.create(vertx, new AmqpClientOptions().setHost("127.0.0.1").setPort(port))
                .connect());
  }

  @BeforeEach
  void listen() {
    for (String address : ADDRESSES) {
      joined(connection.createReceiver(address))
          .handler(message -> copies.add(new Copy(address, message)));
    }
  }

  @AfterEach
  void disconnect() {
    joined(connection.close());
    joined(vertx.close());
  }

  @Test
  void booksOnceWhateverComesTwice() {
    Utility utility = new Utility(Installation.shared(), "twice");
    utility.declare(Lane.declaration());
    utility.bringAccepted(Lane.values("TWICE1"));
    String closing = utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO);
    utility.awaitCleared(closing, 1);
    // 4 messages in, 3 members twice, 1 period, 1 batch, 1 cleared
    await().atMost(Utility.PATIENCE).until(() -> mine().size() == 4 + 3 + 1 + 3 + 1 + 1);
    List<Copy> first = mine();

    assertThat(utility.bring(Lane.values("TWICE1").text()).status()).isEqualTo(409);
    first.forEach(this::sendAgain);
    await().atMost(Utility.PATIENCE).until(() -> mine().size() == 2 * first.size());
    utility.bringAccepted(Lane.correction("TWICE2"));
    utility.awaitCleared(closing, 2);

    assertThat(utility.balances()).isEqualTo(Lane.balances("corrected_micro_euro"));
    assertThat(utility.ledger().at("/batches/anchored").asInt()).isEqualTo(2);
    assertThat(utility.closing(closing).path("version").asInt()).isEqualTo(2);
    utility.assertBooksAgree();
  }

  private List<Copy> mine() {
    return copies.stream()
        .filter(copy -> "twice".equals(copy.properties().getString("cloudEvents:tenantid")))
        .toList();
  }

  private void sendAgain(Copy copy) {
    AmqpMessage again =
        AmqpMessage.create()
            .applicationProperties(copy.properties())
            .contentType(copy.message().contentType())
            .withBufferAsBody(copy.message().bodyAsBinary())
            .durable(true)
            .build();
    joined(
        connection
            .createSender(copy.address())
            .compose(sender -> sender.sendWithAck(again).compose(sent -> sender.close())));
  }

  private static <T> T joined(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
