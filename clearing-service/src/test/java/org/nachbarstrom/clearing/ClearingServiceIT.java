package org.nachbarstrom.clearing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.clearing.Scene.Line;
import org.nachbarstrom.clearing.proof.MerkleTree;
import org.nachbarstrom.clearing.proof.keccak.Web3jKeccak;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe.Received;
import org.nachbarstrom.testing.EventSchemas;
import org.nachbarstrom.testing.OpenApiAgreement;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "clearing"))
@QuarkusTestResource(RestartableChain.class)
class ClearingServiceIT {
  private static final String EXAMPLE = "5d1f7c6a-3f1c-4e0d-9a34-3b0a7d3c1e11";

  private Scene scene = new Scene();

  @BeforeEach
  void begin() {
    scene = new Scene();
  }

  @AfterEach
  void end() {
    scene.close();
  }

  @Test
  void clearsTheExampleBatchOfSettlement() {
    List<Received> cleared = scene.collect("clearing.batch-cleared.v1");
    scene.send(UUID.randomUUID(), EventSchemas.example("settlement.booking-batch.v1", "first"));

    JsonPath batch = scene.awaitState(UUID.fromString(EXAMPLE), "ANCHORED");
    assertThat(batch.getLong("ledgerSequence")).isEqualTo(1);
    assertThat(batch.getInt("bookings")).isEqualTo(6);
    await().until(() -> !mine(cleared).isEmpty());
    Received event = mine(cleared).getFirst();
    EventSchemas.assertValid("clearing.batch-cleared.v1", event.body());
    assertThat(event.attribute("subject")).isEqualTo(EXAMPLE);
    assertThat(event.json().getString("transactionHash"))
        .isEqualTo(batch.getString("anchor.transactionHash"));

    // By hand from the example: see PostingTest.booksTheExampleBatch.
    JsonPath ledger = scene.get("/v1/ledger");
    assertBalance(ledger, "GRID", 79_000, 4_831_400, 1_000_000, 20_000_000);
    assertBalance(ledger, Scene.PRODUCER, 0, 849_000, 8_000_000, 8_000_000);
    assertBalance(ledger, Scene.CONSUMER, 5_601_400, 0, 19_000_000, 0);
    assertThat(ledger.getLong("totals.valueDebitMicroEuro")).isEqualTo(5_680_400);
    assertThat(ledger.getLong("totals.valueBalanceMicroEuro")).isZero();
    assertThat(ledger.getLong("totals.energyReceivedMilliWattHours")).isEqualTo(28_000_000);
    assertThat(ledger.getLong("totals.energyBalanceMilliWattHours")).isZero();
    assertThat(ledger.getString("chain.contract")).isEqualTo(batch.getString("anchor.contract"));
  }

  private List<Received> mine(List<Received> events) {
    return events.stream()
        .filter(event -> event.attribute("tenantid").equals(scene.tenant()))
        .toList();
  }

  private static void assertBalance(
      JsonPath ledger, String key, long debit, long credit, long... energies) {
    Map<String, Object> account = ledger.getMap("items.find { it.key == '" + key + "' }");
    assertThat(account)
        .containsEntry("valueDebitMicroEuro", (int) debit)
        .containsEntry("valueCreditMicroEuro", (int) credit)
        .containsEntry("valueBalanceMicroEuro", (int) (credit - debit))
        .containsEntry("energyReceivedMilliWattHours", (int) energies[0])
        .containsEntry("energyGivenMilliWattHours", (int) energies[1])
        .containsEntry("energyBalanceMilliWattHours", (int) (energies[0] - energies[1]));
  }

  @Test
  void provesEachBookingAgainstTheAnchoredRoot() {
    Line[] lines = {
      Line.of(Scene.PRODUCER, "GRID", 0, 8),
      Line.of(Scene.CONSUMER, Scene.PRODUCER, 5, 7),
      Line.of(Scene.CONSUMER, "GRID", 9, 0)
    };
    UUID batch = scene.sendBatch(1, lines);
    String root = scene.awaitState(batch, "ANCHORED").getString("anchor.merkleRoot");

    for (Line line : lines) {
      JsonPath proof = scene.get("/v1/bookings/" + line.id() + "/proof");
      String leaf = proof.getString("leaf");
      assertThat(
              MerkleTree.verify(
                  HexFormat.of().parseHex(leaf.substring(2)),
                  proof.getList("proof"),
                  root,
                  new Web3jKeccak()))
          .isTrue();
      assertThat(proof.getString("merkleRoot")).isEqualTo(root);
      assertThat(proof.getString("booking.booking")).isEqualTo(line.id().toString());
      assertThat(proof.getLong("booking.amountMicroEuro")).isEqualTo(line.amount());
      assertThat(proof.getLong("booking.energyMilliWattHours")).isEqualTo(line.energy());
      assertThat(proof.getString("batchKey"))
          .isEqualTo("0x" + batch.toString().replace("-", "") + "0".repeat(32));
    }
  }

  @Test
  void booksBothRepetitionsOfAnEventAndOfABatchOnce() {
    UUID batch = UUID.randomUUID();
    UUID event = UUID.randomUUID();
    String body = Scene.body(batch, 1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    scene.send(event, body);
    scene.send(event, body);
    scene.send(UUID.randomUUID(), body);
    scene.awaitState(batch, "ANCHORED");
    UUID next = scene.sendBatch(2, Line.of(Scene.CONSUMER, "GRID", 1, 1));
    scene.awaitState(next, "ANCHORED");

    JsonPath ledger = scene.get("/v1/ledger");
    assertThat(ledger.getLong("totals.valueDebitMicroEuro")).isEqualTo(6);
    assertThat(ledger.getLong("batches.anchored")).isEqualTo(2);
    assertThat(scene.get("/v1/batches").getList("items")).hasSize(2);
  }

  @Test
  void tellsOfTheAnchorInTheTraceTheBatchCameWith() throws SQLException {
    List<Received> cleared = scene.collect("clearing.batch-cleared.v1");
    UUID batch = scene.sendBatch(1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    scene.awaitState(batch, "ANCHORED");
    await().until(() -> !mine(cleared).isEmpty());

    String received = scene.text("select traceparent from batch");
    String told = mine(cleared).getFirst().attribute("traceparent");
    // 00-<trace id of 32 digits>-<span id>-<flags>
    assertThat(told.substring(0, 36)).isEqualTo(received.substring(0, 36));
  }

  @Test
  void setsAKnownBatchWithOtherContentAside() {
    List<Received> deadLetters = scene.collect("DLQ");
    UUID batch = UUID.randomUUID();
    scene.send(UUID.randomUUID(), Scene.body(batch, 1, Line.of(Scene.CONSUMER, "GRID", 5, 7)));
    scene.awaitState(batch, "ANCHORED");

    scene.send(UUID.randomUUID(), Scene.body(batch, 1, Line.of(Scene.CONSUMER, "GRID", 6, 7)));

    await()
        .until(() ->
            deadLetters.stream()
                .anyMatch(letter ->
                    letter.attribute("tenantid").equals(scene.tenant())
                        && letter
                            .properties()
                            .getString("problem", "")
                            .startsWith("CLEARING-0007")));
    assertThat(scene.get("/v1/ledger").getLong("totals.valueDebitMicroEuro")).isEqualTo(5);
  }

  @Test
  void laterBatchWaitsForItsPredecessorAndSaysSo() {
    UUID second = scene.sendBatch(2, Line.of(Scene.CONSUMER, Scene.PRODUCER, 5, 8));
    JsonPath waiting = scene.awaitState(second, "RECEIVED");
    assertThat(waiting.getString("waitingFor.kind")).isEqualTo("PREDECESSOR");
    assertThat(waiting.getLong("waitingFor.sequence")).isEqualTo(1);

    UUID first = scene.sendBatch(1, Line.of(Scene.PRODUCER, "GRID", 0, 8));

    assertThat(scene.awaitState(second, "ANCHORED").getLong("ledgerSequence")).isEqualTo(2);
    assertThat(scene.awaitState(first, "ANCHORED").getLong("ledgerSequence")).isEqualTo(1);
  }

  @Test
  void refusesToOverdrawAndGoesOnWithTheNextBatch() {
    List<Received> refused = scene.collect("clearing.batch-refused.v1");
    UUID bad =
        scene.sendBatch(
            1,
            Line.of(Scene.PRODUCER, "GRID", 0, 8_000_000),
            Line.of(Scene.CONSUMER, Scene.PRODUCER, 5, 8_500_000));
    UUID good = scene.sendBatch(2, Line.of(Scene.PRODUCER, "GRID", 0, 8_000_000));

    JsonPath batch = scene.awaitState(bad, "REFUSED");
    assertThat(batch.getString("refusal.code")).isEqualTo("CLEARING-0004");
    assertThat(batch.getString("refusal.detail"))
        .isEqualTo("Account 50000000063/pv-nord would have given 8.5 kWh but got 8 kWh.");
    await().until(() -> !mine(refused).isEmpty());
    EventSchemas.assertValid("clearing.batch-refused.v1", mine(refused).getFirst().body());
    assertThat(scene.awaitState(good, "ANCHORED").getLong("ledgerSequence")).isEqualTo(1);
    assertThat(scene.get("/v1/accounts").getList("items.key"))
        .containsExactly(Scene.PRODUCER, "GRID");
  }

  @Test
  void refusesWhatContradictsItselfAndGoesOn() {
    UUID bad = UUID.randomUUID();
    String body = Scene.body(bad, 1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    scene.send(
        UUID.randomUUID(),
        body.replace(
            "\"bookings\": 1, \"amountMicroEuro\": 5", "\"bookings\": 1, \"amountMicroEuro\": 6"));
    scene.awaitBatch(bad, "refusal.code", "CLEARING-0002");
    Line line = Line.of(Scene.CONSUMER, "GRID", 5, 7);
    scene.awaitState(scene.sendBatch(2, line), "ANCHORED");

    UUID taken = scene.sendBatch(2, Line.of(Scene.CONSUMER, "GRID", 1, 1));
    scene.awaitBatch(taken, "refusal.code", "CLEARING-0006");
    UUID repeated = scene.sendBatch(3, line);
    scene.awaitBatch(repeated, "refusal.code", "CLEARING-0005");

    assertThat(scene.get("/v1/ledger").getLong("totals.valueDebitMicroEuro")).isEqualTo(5);
  }

  @Test
  void listsEntriesOfAnAccountInParts() {
    UUID batch =
        scene.sendBatch(
            1,
            Line.of(Scene.PRODUCER, "GRID", 0, 8),
            Line.of(Scene.CONSUMER, Scene.PRODUCER, 5, 7),
            Line.of("GRID", Scene.PRODUCER, 2, 1));
    scene.awaitState(batch, "ANCHORED");
    String number =
        scene
            .get("/v1/accounts")
            .getString("items.find { it.key == '" + Scene.PRODUCER + "' }.number");
    String path = "/v1/accounts/" + number + "/entries?limit=2";

    JsonPath first = scene.get(path);
    assertThat(first.getList("items.side")).containsExactly("DEBIT", "CREDIT");
    assertThat(first.getList("items.counterKey")).containsExactly("GRID", Scene.CONSUMER);
    JsonPath second = scene.get(path + "&cursor=" + first.getString("next"));
    assertThat(second.getList("items.amountMicroEuro")).containsExactly(2);
    assertThat(second.getString("next")).isNull();
    assertThat(scene.get("/v1/accounts/" + number).getLong("energyBalanceMilliWattHours")).isZero();
  }

  @Test
  void showsATenantNothingOfAnother() {
    Line line = Line.of(Scene.CONSUMER, "GRID", 5, 7);
    UUID batch = scene.sendBatch(1, line);
    scene.awaitState(batch, "ANCHORED");
    String number = scene.get("/v1/accounts").getString("items[0].number");

    try (Scene other = new Scene()) {
      other.call("/v1/batches/" + batch).statusCode(404).body("code", equalTo("CLEARING-0001"));
      other.call("/v1/accounts/" + number).statusCode(404).body("code", equalTo("CLEARING-0020"));
      other
          .call("/v1/bookings/" + line.id() + "/proof")
          .statusCode(404)
          .body("code", equalTo("CLEARING-0030"));
      assertThat(other.get("/v1/ledger").getList("items")).isEmpty();
    }
  }

  @Test
  void letsOnlyOperatorsReconcileAndNobodyInWithoutAToken() {
    given().when().get("/v1/ledger").then().statusCode(401);
    given()
        .auth()
        .oauth2(scene.token("viewer"))
        .when()
        .post("/v1/reconciliations")
        .then()
        .statusCode(403);
    scene.post("/v1/reconciliations").statusCode(409).body("code", equalTo("CLEARING-0049"));
    scene.call("/v1/reconciliations/latest").statusCode(404).body("code", equalTo("CLEARING-0048"));
  }

  @Test
  void servesTheAgreedApi() {
    OpenApiAgreement.check(
        "clearing-service", given().get("/q/openapi").then().extract().asString());
  }
}
