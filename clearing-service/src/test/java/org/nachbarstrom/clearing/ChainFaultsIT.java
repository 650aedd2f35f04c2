package org.nachbarstrom.clearing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.clearing.Scene.Line;

/** Crashes, tampering and a chain that goes away. Shares its services with ClearingServiceIT. */
@QuarkusTest
class ChainFaultsIT {
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
  void chainAgreesWithTheJournal() {
    anchored(1, Line.of(Scene.PRODUCER, "GRID", 0, 8));
    anchored(2, Line.of(Scene.CONSUMER, Scene.PRODUCER, 5, 7));

    scene
        .post("/v1/reconciliations")
        .statusCode(201)
        .body("result", equalTo("AGREED"))
        .body("batchesCompared", equalTo(2))
        .body("accountsCompared", equalTo(3));
    assertThat(scene.get("/v1/ledger").getString("reconciliation.result")).isEqualTo("AGREED");
  }

  @Test
  void reconciliationNamesTheFirstBatchOfATamperedJournal() throws SQLException {
    anchored(1, Line.of(Scene.PRODUCER, "GRID", 0, 8));
    UUID second = anchored(2, Line.of(Scene.CONSUMER, Scene.PRODUCER, 5, 7));
    String root = scene.get("/v1/batches/" + second).getString("anchor.merkleRoot");

    scene.sql(
        "alter table journal_entry disable trigger journal_is_append_only",
        "update journal_entry set amount_micro_euro = 6 where batch = '" + second + "'",
        "alter table journal_entry enable trigger journal_is_append_only");

    scene
        .post("/v1/reconciliations")
        .statusCode(201)
        .body("result", equalTo("DIFFERENT"))
        .body("firstDifference.subject", equalTo("BATCH"))
        .body("firstDifference.id", equalTo(second.toString()))
        .body("firstDifference.field", equalTo("merkleRoot"))
        .body("firstDifference.place", equalTo("CHAIN"))
        .body("firstDifference.found", equalTo(root));
    assertThat(scene.get("/v1/reconciliations/latest").getString("result")).isEqualTo("DIFFERENT");
  }

  @Test
  void reconciliationFindsATamperedAnchorAndATamperedBalance() throws SQLException {
    UUID batch = anchored(1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    scene.sql("update account_balance set value_debit = 4 where not grid");
    scene
        .post("/v1/reconciliations")
        .body("firstDifference.subject", equalTo("ACCOUNT"))
        .body("firstDifference.field", equalTo("valueDebitMicroEuro"))
        .body("firstDifference.journal", equalTo("5"))
        .body("firstDifference.found", equalTo("4"))
        .body("firstDifference.place", equalTo("BALANCES"));

    scene.sql("update batch set merkle_root = '0x" + "00".repeat(32) + "'");
    scene
        .post("/v1/reconciliations")
        .body("firstDifference.subject", equalTo("BATCH"))
        .body("firstDifference.id", equalTo(batch.toString()))
        .body("firstDifference.place", equalTo("ANCHOR"));
    String booking =
        scene.get("/v1/accounts/" + account("GRID") + "/entries").getString("items[0].booking");
    scene
        .call("/v1/bookings/" + booking + "/proof")
        .statusCode(500)
        .body("code", equalTo("CLEARING-0032"));
  }

  @Test
  void findsOnTheChainWhatWasSentBeforeACrash() throws SQLException {
    UUID batch = anchored(1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    JsonPath before = scene.get("/v1/batches/" + batch);

    // As a crash leaves it that hits after the transaction was mined and before that was recorded.
    scene.sql(
        """
        update batch set state = 'POSTED', merkle_root = null, transaction_hash = null,
               block_number = null, gas_used = null, contract = null, chain_id = null,
               anchored_at = null
        """,
        announceAnchoring());

    JsonPath after = scene.awaitState(batch, "ANCHORED");
    for (String fact : new String[] {"transactionHash", "blockNumber", "gasUsed", "merkleRoot"}) {
      assertThat(after.getString("anchor." + fact)).isEqualTo(before.getString("anchor." + fact));
    }
    scene.post("/v1/reconciliations").body("result", equalTo("AGREED"));
  }

  @Test
  void findsTheContractThatWasDeployedBeforeACrash() throws SQLException {
    UUID first = anchored(1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    String contract = scene.get("/v1/batches/" + first).getString("anchor.contract");
    scene.sql("update contract set state = 'PLANNED'");

    UUID second = anchored(2, Line.of(Scene.CONSUMER, "GRID", 1, 1));

    assertThat(scene.get("/v1/batches/" + second).getString("anchor.contract")).isEqualTo(contract);
  }

  @Test
  void plansAgainWhenTheNonceOfThePlanWentToSomethingElse() throws SQLException {
    UUID first = anchored(1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    scene.sql(
        "update contract set state = 'PLANNED', transaction_hash = '0x" + "00".repeat(32) + "'",
        "update batch set state = 'POSTED', merkle_root = null, transaction_hash = null,"
            + " block_number = null, gas_used = null, contract = null, chain_id = null,"
            + " anchored_at = null",
        announceAnchoring());

    scene.awaitState(first, "ANCHORED");

    scene.post("/v1/reconciliations").body("result", equalTo("AGREED"));
  }

  @Test
  void contractRefusalIsAnAlarmThatNamesTheError() throws SQLException {
    anchored(1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    scene.sql("update ledger set ledger_sequence = 5");

    UUID batch = scene.sendBatch(2, Line.of(Scene.CONSUMER, "GRID", 1, 1));

    JsonPath waiting = scene.awaitBatch(batch, "waitingFor.code", "CLEARING-0042");
    assertThat(waiting.getString("state")).isEqualTo("POSTED");
    assertThat(waiting.getString("waitingFor.detail"))
        .isEqualTo("The contract says: SequenceNotNext(expected=2, actual=6)");
    scene.sql("update batch set ledger_sequence = 2 where ledger_sequence = 6");
    scene.awaitState(batch, "ANCHORED");
  }

  @Test
  void postsWithoutTheChainAndAnchorsWhenItIsBack() {
    anchored(1, Line.of(Scene.CONSUMER, "GRID", 5, 7));
    RestartableChain.halt();
    UUID batch;
    try {
      batch = scene.sendBatch(2, Line.of(Scene.CONSUMER, "GRID", 1, 1));
      scene.awaitBatch(batch, "waitingFor.code", "CLEARING-0040");
      given().get("/q/health/ready").then().statusCode(200);
      given()
          .get("/q/health/well")
          .then()
          .statusCode(503)
          .body("checks.find { it.name == 'chain' }.status", equalTo("DOWN"));
      scene.post("/v1/reconciliations").statusCode(503).body("code", equalTo("CLEARING-0040"));
      assertThat(scene.get("/v1/ledger").getLong("totals.valueDebitMicroEuro")).isEqualTo(6);
    } finally {
      RestartableChain.resume();
    }

    scene.awaitState(batch, "ANCHORED");
    given().get("/q/health/well").then().statusCode(200);
    scene.post("/v1/reconciliations").body("result", equalTo("AGREED"));
  }

  @Test
  void databaseItselfKeepsTheJournal() {
    UUID batch = anchored(1, Line.of(Scene.PRODUCER, "GRID", 0, 8));
    String grid = account("GRID");
    String producer = account(Scene.PRODUCER);

    assertRefused("never changed", "update journal_entry set amount_micro_euro = 1");
    assertRefused("never changed", "delete from movement");
    assertRefused("never changed", "truncate journal_entry");
    assertRefused(
        "account_gives_only_what_it_has",
        "update account_balance set energy_given = 9 where account = '" + producer + "'");
    assertRefused(
        "not zero-sum",
        "delete from pending_work",
        "alter table movement disable trigger movement_is_append_only",
        "delete from movement where batch = '" + batch + "'",
        """
        insert into movement values ('%s', '%s', '%s', 0, 0, 9, 0), ('%s', '%s', '%s', 0, 0, 0, 8)
        """
            .formatted(scene.tenant(), batch, producer, scene.tenant(), batch, grid));
    assertRefused(
        "not what the journal says",
        "alter table movement disable trigger movement_is_append_only",
        "delete from movement where batch = '" + batch + "'",
        """
        insert into movement values ('%s', '%s', '%s', 0, 0, 9, 0), ('%s', '%s', '%s', 0, 0, 0, 9)
        """
            .formatted(scene.tenant(), batch, producer, scene.tenant(), batch, grid));
  }

  private void assertRefused(String message, String... statements) {
    assertThatThrownBy(() -> scene.sql(statements))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(message);
  }

  private UUID anchored(long sequence, Line... lines) {
    UUID batch = scene.sendBatch(sequence, lines);
    scene.awaitState(batch, "ANCHORED");
    return batch;
  }

  private String account(String key) {
    return scene.get("/v1/accounts").getString("items.find { it.key == '" + key + "' }.number");
  }

  private String announceAnchoring() {
    return "insert into pending_work (tenant, kind, due_at) values ('"
        + scene.tenant()
        + "', 'ANCHOR', now())";
  }
}
