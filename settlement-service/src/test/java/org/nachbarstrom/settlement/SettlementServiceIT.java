package org.nachbarstrom.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.EventSchemas;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "settlement"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BATCH = "settlement.booking-batch.v1";

  private Neighbours neighbours;

  @BeforeAll
  void connect() {
    neighbours = new Neighbours();
  }

  @AfterAll
  void disconnect() {
    neighbours.close();
  }

  @Test
  void goesFromAMissingPayerToClearedDifferences() throws SQLException {
    String tenant = "stadtwerk";
    UUID closing = UUID.randomUUID();
    Neighbours.party(tenant, "ahrens", "Familie Ahrens");
    Neighbours.party(tenant, "pv-nord", "PV Nord GbR");
    Neighbours.payer(tenant, Neighbours.PRODUCER, "pv-nord");

    neighbours.sendShuffled(tenant, Neighbours.example(closing, 1), 7);
    awaitState(tenant, closing, "WAITING");
    assertWaitsForPayer(tenant, closing);

    Neighbours.payer(tenant, Neighbours.CONSUMER, "ahrens");
    JsonObject first = awaitBatch(closing, 1);
    assertLikeExample(first);
    assertThat(Neighbours.runs(tenant, closing).getInt("items[0].sequence")).isEqualTo(1);

    neighbours.sendShuffled(tenant, Neighbours.corrected(closing, 2), 11);
    awaitState(tenant, closing, "WAITING");
    assertThat(Neighbours.runs(tenant, closing).getString("items[0].waitingFor[0].code"))
        .isEqualTo("EARLIER_BATCH_NOT_CLEARED");
    neighbours.clear(tenant, first.getString("batch"));
    JsonObject second = awaitBatch(closing, 2);
    assertDifference(first, second);
    neighbours.clear(tenant, second.getString("batch"));
    awaitState(tenant, closing, "CLEARED");
    assertClearing(Neighbours.runs(tenant, closing));

    neighbours.sendShuffled(tenant, Neighbours.corrected(closing, 3), 13);
    awaitState(tenant, closing, "UNCHANGED");
    assertThat(Neighbours.runs(tenant, closing).getList("items.version", Integer.class))
        .containsExactly(3, 2, 1);
    assertThat(neighbours.sent(closing)).hasSize(2);
    assertConsumerStatement(tenant);
    assertProducerStatement(tenant, closing);
    assertKept(tenant, first.getString("batch"));
  }

  private void assertWaitsForPayer(String tenant, UUID closing) {
    JsonPath waiting = Neighbours.runs(tenant, closing);
    assertThat(waiting.getList("items[0].waitingFor")).hasSize(1);
    assertThat(waiting.getString("items[0].waitingFor[0].code")).isEqualTo("NO_PAYER");
    assertThat(waiting.getString("items[0].waitingFor[0].accountingPoint"))
        .isEqualTo(Neighbours.CONSUMER);
    assertThat(waiting.getString("items[0].waitingFor[0].day")).isEqualTo("2026-03-28");
    assertThat(neighbours.sent(closing)).isEmpty();
  }

  private static void assertLikeExample(JsonObject batch) {
    EventSchemas.assertValid(BATCH, batch.encode());
    JsonObject agreed = new JsonObject(EventSchemas.example(BATCH, "first"));
    EventSchemas.assertValid(BATCH, agreed.encode());
    assertThat(batch.getString("reason")).isEqualTo("FIRST");
    assertThat(batch.getValue("previousBatch")).isNull();
    assertThat(batch.getJsonObject("controlTotals"))
        .isEqualTo(agreed.getJsonObject("controlTotals"));
    assertThat(withoutIds(batch.getJsonArray("bookings")))
        .isEqualTo(withoutIds(agreed.getJsonArray("bookings")));
    assertThat(batch.getJsonObject("closing").put("id", ""))
        .isEqualTo(agreed.getJsonObject("closing").put("id", ""));
  }

  private static List<JsonObject> withoutIds(JsonArray bookings) {
    return IntStream.range(0, bookings.size())
        .mapToObj(i -> {
          JsonObject copy = bookings.getJsonObject(i).copy();
          copy.remove("booking");
          return copy;
        })
        .toList();
  }

  /** 0.5 kWh and 0.14 EUR residual go back, and 19 % of it: 0.0266 EUR. */
  private static void assertDifference(JsonObject first, JsonObject second) {
    EventSchemas.assertValid(BATCH, second.encode());
    assertThat(second.getInteger("sequence")).isEqualTo(2);
    assertThat(second.getString("reason")).isEqualTo("DIFFERENCE");
    assertThat(second.getString("previousBatch")).isEqualTo(first.getString("batch"));
    assertThat(withoutIds(second.getJsonArray("bookings")))
        .containsExactly(back("RESIDUAL_ENERGY", 140_000, 500_000), back("VAT", 26_600, 0));
  }

  private static JsonObject back(String component, int amount, int energy) {
    return new JsonObject()
        .put("component", component)
        .put("accountingPoint", Neighbours.CONSUMER)
        .put("debit", "GRID")
        .put("credit", "50000000013/ahrens")
        .put("amountMicroEuro", amount)
        .put("energyMilliWattHours", energy);
  }

  private static void assertClearing(JsonPath runs) {
    assertThat(runs.getString("items[0].clearing.transactionHash")).startsWith("0xcdcd");
    assertThat(runs.getString("items[0].clearing.merkleRoot")).startsWith("0xabab");
    assertThat(runs.getInt("items[0].clearing.blockNumber")).isEqualTo(7);
    assertThat(runs.getInt("items[0].clearing.gasUsed")).isEqualTo(181_234);
    assertThat(runs.getString("items[0].clearing.contract")).startsWith("0x1212");
  }

  /** 0.77 + 3.22 + 0.70 + 0.7448 = 5.4348 EUR; booked as 5.6014 EUR less 0.1666 EUR. */
  private static void assertConsumerStatement(String tenant) {
    Neighbours.as(tenant, "viewer")
        .get("/v1/statements/ahrens?from=2026-03-29&to=2026-04-01")
        .then()
        .statusCode(200)
        .body("party.name", equalTo("Familie Ahrens"))
        .body("closings.version", equalTo(List.of(3)))
        .body(
            "lines.component",
            equalTo(List.of("SHARED_ENERGY", "RESIDUAL_ENERGY", "BASE_FEE", "VAT")))
        .body("lines.counterparty", equalTo(List.of(Neighbours.PRODUCER, "GRID", "GRID", "GRID")))
        .body("lines[1].quantity", equalTo("11.5"))
        .body("lines[1].price", equalTo("28"))
        .body("lines[1].amountEuro", equalTo("3.220000"))
        .body("totals.chargedMicroEuro", equalTo(5_434_800))
        .body("totals.chargedEuro", equalTo("5.434800"))
        .body("totals.chargedTaxMicroEuro", equalTo(744_800))
        .body("totals.creditedMicroEuro", equalTo(0))
        .body("totals.payableCents", equalTo(543))
        .body("totals.remainderMicroEuro", equalTo(4_800))
        .body("energy.consumedMilliWattHours", equalTo(18_500_000))
        .body("energy.sharedMilliWattHours", equalTo(7_000_000))
        .body("energy.residualMilliWattHours", equalTo(11_500_000))
        .body("batches.sequence", equalTo(List.of(1, 2)))
        .body("batches.state", equalTo(List.of("CLEARED", "CLEARED")))
        .body("batches.balanceMicroEuro", equalTo(List.of(5_601_400, -166_600)))
        .body("batches[0].transactionHash", containsString("0xcdcd"))
        .body("differences.sequence", equalTo(List.of(2)));
    Neighbours.as(tenant, "viewer")
        .get("/v1/statements/ahrens?to=2026-03-28")
        .then()
        .body("lines", hasSize(0));
  }

  /** 0.77 + 0.079 = 0.849 EUR. */
  private static void assertProducerStatement(String tenant, UUID closing) {
    Neighbours.as(tenant, "viewer")
        .get("/v1/statements/pv-nord")
        .then()
        .body(
            "lines.component",
            equalTo(List.of("SHARED_ENERGY", "MEASURED_FEED_IN", "SURPLUS_ENERGY")))
        .body("lines.side", equalTo(List.of("CREDIT", "CHARGE", "CREDIT")))
        .body("lines[0].counterparty", equalTo(Neighbours.CONSUMER))
        .body("lines[0].closing", equalTo(closing.toString()))
        .body("totals.creditedMicroEuro", equalTo(849_000))
        .body("totals.balanceEuro", equalTo("-0.849000"))
        .body("totals.payableCents", equalTo(-84))
        .body("totals.remainderMicroEuro", equalTo(-9_000))
        .body("energy.fedInMilliWattHours", equalTo(8_000_000))
        .body("energy.sharedSoldMilliWattHours", equalTo(7_000_000))
        .body("energy.surplusMilliWattHours", equalTo(1_000_000));
  }

  /** Nobody changes a booking, and without a tenant nobody sees one. */
  private static void assertKept(String tenant, String batch) throws SQLException {
    try (Connection database = database();
        Statement sql = database.createStatement()) {
      assertThat(count(sql, "select count(*) from booking")).isZero();
      assertThat(count(sql, "select count(*) from member_cost_line")).isZero();
      sql.execute("select set_config('nachbarstrom.tenant', 'nachbarwerk', false)");
      assertThat(
              count(
                  sql,
                  "select count(*) from run where closing in (select closing from "
                      + "booking_batch where id = '"
                      + batch
                      + "')"))
          .isZero();
      sql.execute("select set_config('nachbarstrom.tenant', '" + tenant + "', false)");
      assertThat(count(sql, "select count(*) from booking where batch = '" + batch + "'"))
          .isEqualTo(6);
      assertThatThrownBy(() -> sql.execute("update booking set amount_micro_euro = 1"))
          .hasMessageContaining("booking is never changed");
      assertThatThrownBy(() -> sql.execute("delete from booking"))
          .hasMessageContaining("booking is never changed");
      assertThatThrownBy(() -> sql.execute("update booking_batch set sequence = 99"))
          .hasMessageContaining("cannot go from");
      assertThatThrownBy(() ->
              sql.execute(
                  """
                  insert into booking select tenant, batch, gen_random_uuid(), number + 100,
                    component, accounting_point, tariff, from_day, to_day, debit, credit, reversed,
                    amount_micro_euro, energy_milliwatt_hours from booking limit 1\
                  """))
          .hasMessageContaining("does not comprise what it announces");
    }
  }

  private static Connection database() throws SQLException {
    var facts = EmbeddedServices.current();
    return DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
  }

  private static long count(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void neverBooksAnOlderVersion() {
    String tenant = "altwerk";
    UUID closing = UUID.randomUUID();
    Neighbours.everybodyPays(tenant);
    neighbours.sendShuffled(tenant, Neighbours.corrected(closing, 2), 17);
    awaitBatch(closing, 1);
    neighbours.sendShuffled(tenant, Neighbours.example(closing, 1), 19);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(Neighbours.runs(tenant, closing).getList("items.state", String.class))
                .containsExactly("RELEASED", "SUPERSEDED"));
    assertThat(neighbours.sent(closing)).hasSize(1);
  }

  @Test
  void stopsAtTotalsThatDisagree() {
    String tenant = "summenwerk";
    UUID closing = UUID.randomUUID();
    Neighbours.everybodyPays(tenant);
    List<Neighbours.Event> events = Neighbours.example(closing, 1);
    events
        .getLast()
        .body()
        .getJsonObject("controlTotals")
        .put("generationMilliWattHours", 8_000_001);
    neighbours.sendShuffled(tenant, events, 23);
    awaitState(tenant, closing, "STOPPED");
    JsonPath runs = Neighbours.runs(tenant, closing);
    assertThat(runs.getString("items[0].problem.code")).isEqualTo("CONTROL_TOTAL_MISMATCH");
    assertThat(runs.getString("items[0].problem.detail")).contains("8.000001 kWh");
    assertThat(neighbours.sent(closing)).isEmpty();
  }

  @Test
  void waitsForReleaseAndDiscardsWhatANewerVersionReplaces() {
    String tenant = "handwerk";
    UUID closing = UUID.randomUUID();
    Neighbours.everybodyPays(tenant);
    neighbours.sendShuffled(tenant, Neighbours.example(closing, 1), 29);
    awaitState(tenant, closing, "PREPARED");
    String old = Neighbours.runs(tenant, closing).getString("items[0].batch");
    Neighbours.as(tenant, "viewer")
        .get("/v1/booking-batches/" + old)
        .then()
        .statusCode(200)
        .body("state", equalTo("PREPARED"))
        .body("sequence", nullValue())
        .body("bookings", hasSize(6))
        .body("bookings[3].tariff", equalTo("haushalt"))
        .body("controlTotals.amountMicroEuro", equalTo(5_680_400));

    neighbours.sendShuffled(tenant, Neighbours.corrected(closing, 2), 31);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(Neighbours.runs(tenant, closing).getList("items.state", String.class))
                .containsExactly("PREPARED", "SUPERSEDED"));
    release(tenant, old, "operator", 409);
    assertThat(neighbours.sent(closing)).isEmpty();
    String batch = Neighbours.runs(tenant, closing).getString("items[0].batch");
    release(tenant, batch, "viewer", 403);
    release(tenant, batch, "operator", 200);
    release(tenant, batch, "operator", 200);
    JsonObject sent = awaitBatch(closing, 1);
    assertThat(sent.getInteger("sequence")).isEqualTo(1);
    assertThat(sent.getString("reason")).isEqualTo("FIRST");
    assertThat(neighbours.sent(closing)).hasSize(1);
  }

  private static void release(String tenant, String batch, String role, int status) {
    Neighbours.as(tenant, role)
        .post("/v1/booking-batches/" + batch + "/release")
        .then()
        .statusCode(status);
  }

  @Test
  void booksFromNothingAgainAfterARefusal() {
    String tenant = "ablehnwerk";
    UUID closing = UUID.randomUUID();
    Neighbours.everybodyPays(tenant);
    neighbours.sendShuffled(tenant, Neighbours.example(closing, 1), 37);
    JsonObject refused = awaitBatch(closing, 1);
    neighbours.refuse(tenant, refused.getString("batch"));
    awaitState(tenant, closing, "REFUSED");
    assertThat(Neighbours.runs(tenant, closing).getString("items[0].problem.code"))
        .isEqualTo("CLEARING-0004");
    neighbours.sendShuffled(tenant, Neighbours.example(closing, 2), 41);
    JsonObject again = awaitBatch(closing, 2);
    assertThat(again.getString("reason")).isEqualTo("FIRST");
    assertThat(again.getInteger("sequence")).isEqualTo(2);
    assertThat(again.getJsonArray("bookings")).hasSize(6);
  }

  /** Becker pays from the second version on: all four positions go back and come again. */
  @Test
  void movesWhatIsBookedToANewPayer() {
    String tenant = "wechselwerk";
    UUID closing = UUID.randomUUID();
    Neighbours.everybodyPays(tenant);
    neighbours.sendShuffled(tenant, Neighbours.example(closing, 1), 43);
    neighbours.clear(tenant, awaitBatch(closing, 1).getString("batch"));
    awaitState(tenant, closing, "CLEARED");
    Neighbours.party(tenant, "becker", "Erika Becker");
    Neighbours.payer(tenant, Neighbours.CONSUMER, "becker");
    neighbours.sendShuffled(tenant, Neighbours.example(closing, 2), 47);
    assertThat(awaitBatch(closing, 2).getJsonArray("bookings")).hasSize(8);
    Neighbours.as(tenant, "viewer")
        .get("/v1/statements/ahrens")
        .then()
        .body("closings.version", equalTo(List.of(2)))
        .body("lines", hasSize(0))
        .body("totals.balanceMicroEuro", equalTo(0))
        .body("batches.balanceMicroEuro", equalTo(List.of(5_601_400, -5_601_400)));
    Neighbours.as(tenant, "viewer")
        .get("/v1/statements/becker")
        .then()
        .body("totals.balanceMicroEuro", equalTo(5_601_400))
        .body("batches.balanceMicroEuro", equalTo(List.of(0, 5_601_400)));
  }

  /** Who uses its own energy sees both sides: 5.6014 EUR charged, 0.849 EUR credited. */
  @Test
  void makesOneStatementOverAllPointsOfAParty() {
    String tenant = "hofwerk";
    UUID closing = UUID.randomUUID();
    Neighbours.party(tenant, "hof", "Hof Sonnenweg");
    Neighbours.payer(tenant, Neighbours.CONSUMER, "hof");
    Neighbours.payer(tenant, Neighbours.PRODUCER, "hof");
    neighbours.sendShuffled(tenant, Neighbours.example(closing, 1), 53);
    awaitBatch(closing, 1);
    Neighbours.as(tenant, "viewer")
        .get("/v1/statements/hof")
        .then()
        .body("lines", hasSize(7))
        .body("lines[0].side", equalTo("CHARGE"))
        .body("lines[0].accountingPoint", equalTo(Neighbours.CONSUMER))
        .body("lines[1].side", equalTo("CREDIT"))
        .body("lines[1].accountingPoint", equalTo(Neighbours.PRODUCER))
        .body("totals.chargedMicroEuro", equalTo(5_601_400))
        .body("totals.creditedMicroEuro", equalTo(849_000))
        .body("totals.balanceMicroEuro", equalTo(4_752_400))
        .body("totals.payableCents", equalTo(475))
        .body("totals.remainderMicroEuro", equalTo(2_400))
        .body("batches.balanceMicroEuro", equalTo(List.of(4_752_400)));
  }

  @Test
  void setsAsideWhatContradictsAndGoesOn() {
    String tenant = "streitwerk";
    UUID closing = UUID.randomUUID();
    Neighbours.everybodyPays(tenant);
    neighbours.send(tenant, Neighbours.example(closing, 1).subList(0, 1));
    neighbours.send(tenant, Neighbours.corrected(closing, 1).subList(0, 1));
    neighbours.clear(tenant, UUID.randomUUID().toString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    neighbours.deadLetters().stream()
                        .filter(d -> d.attribute("tenantid").equals(tenant))
                        .map(d -> d.properties().getString("problem").substring(0, 15)))
                .containsExactlyInAnyOrder("SETTLEMENT-0025", "SETTLEMENT-0001"));
    neighbours.send(tenant, Neighbours.example(closing, 1));
    assertLikeExample(awaitBatch(closing, 1));
  }

  private JsonObject awaitBatch(UUID closing, int number) {
    await().atMost(PATIENCE).until(() -> neighbours.sent(closing).size() >= number);
    return neighbours.sent(closing).get(number - 1);
  }

  private static void awaitState(String tenant, UUID closing, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(Neighbours.runs(tenant, closing).getString("items[0].state"))
                .isEqualTo(state));
  }
}
