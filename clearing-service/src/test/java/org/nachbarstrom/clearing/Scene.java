package org.nachbarstrom.clearing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.BrokerProbe.Received;

/** A tenant of its own for each test, so that sequences and ledgers do not meet. */
final class Scene implements AutoCloseable {
  static final String PRODUCER = "50000000063/pv-nord";
  static final String CONSUMER = "50000000013/ahrens";
  private static final AtomicInteger TENANTS = new AtomicInteger();

  private final String tenant = "tenant-" + TENANTS.incrementAndGet();
  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  /** A booking to be sent. */
  record Line(UUID id, String debit, String credit, long amount, long energy) {
    static Line of(String debit, String credit, long amount, long energy) {
      return new Line(UUID.randomUUID(), debit, credit, amount, energy);
    }

    String json() {
      return """
      {"booking": "%s", "component": "SHARED_ENERGY", "accountingPoint": "50000000013",
       "debit": "%s", "credit": "%s", "amountMicroEuro": %d, "energyMilliWattHours": %d}
      """
          .formatted(id, debit, credit, amount, energy);
    }
  }

  String tenant() {
    return tenant;
  }

  List<Received> collect(String source) {
    return broker.collect(source);
  }

  void send(UUID event, String body) {
    broker.send("settlement.booking-batch.v1", tenant, event, body);
  }

  /** Sends a batch whose control totals fit. */
  UUID sendBatch(long sequence, Line... lines) {
    UUID batch = UUID.randomUUID();
    send(UUID.randomUUID(), body(batch, sequence, lines));
    return batch;
  }

  static String body(UUID batch, long sequence, Line... lines) {
    return """
    {"batch": "%s", "sequence": %d, "run": "%s", "reason": "FIRST", "previousBatch": null,
     "closing": {"id": "%s", "version": 1, "community": "sonnenweg",
       "zone": "Europe/Berlin", "from": "2026-03-28", "to": "2026-03-30",
       "start": "2026-03-27T23:00:00Z", "end": "2026-03-29T22:00:00Z"},
     "bookings": [%s],
     "controlTotals": {"bookings": %d, "amountMicroEuro": %d, "energyMilliWattHours": %d}}
    """
        .formatted(
            batch,
            sequence,
            new UUID(7, sequence),
            new UUID(8, sequence),
            String.join(",", List.of(lines).stream().map(Line::json).toList()),
            lines.length,
            List.of(lines).stream().mapToLong(Line::amount).sum(),
            List.of(lines).stream().mapToLong(Line::energy).sum());
  }

  JsonPath get(String path) {
    return call(path).statusCode(200).extract().jsonPath();
  }

  ValidatableResponse call(String path) {
    return given().auth().oauth2(token("viewer")).when().get(path).then();
  }

  ValidatableResponse post(String path) {
    return given().auth().oauth2(token("operator")).when().post(path).then();
  }

  String token(String role) {
    return EmbeddedServices.current().token(tenant, role);
  }

  JsonPath awaitState(UUID batch, String state) {
    return awaitBatch(batch, "state", state);
  }

  JsonPath awaitBatch(UUID batch, String field, String value) {
    String path = "/v1/batches/" + batch;
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          var response = given().auth().oauth2(token("viewer")).get(path);
          return response.statusCode() == 200 && value.equals(response.jsonPath().getString(field));
        });
    return get(path);
  }

  /** Runs statements as the owner of the tables, in the tenant's view. */
  void sql(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try (PreparedStatement set =
          connection.prepareStatement("select set_config('nachbarstrom.tenant', ?, true)")) {
        set.setString(1, tenant);
        set.execute();
      }
      for (String each : statements) {
        statement.execute(each);
      }
      connection.commit();
    }
  }

  /** One text from the tables, in the tenant's view. */
  String text(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('nachbarstrom.tenant', '" + tenant + "', false)");
      try (ResultSet rows = statement.executeQuery(query)) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  private static Connection connect() throws SQLException {
    var facts = EmbeddedServices.current();
    return DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
  }

  @Override
  public void close() {
    broker.close();
  }
}
