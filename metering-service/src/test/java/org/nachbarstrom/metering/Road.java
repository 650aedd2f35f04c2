package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;

/** The running service as one tenant uses it: requests, events, and waiting until it is quiet. */
final class Road implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PACE = Duration.ofMillis(20);

  private final String tenant;
  private final String token;
  private final BrokerProbe broker;
  private final Connection database;

  Road(String tenant, BrokerProbe broker) throws SQLException {
    Facts facts = EmbeddedServices.current();
    this.tenant = tenant;
    this.broker = broker;
    token = facts.token(tenant, "operator");
    database = DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
  }

  String tenant() {
    return tenant;
  }

  RequestSpecification operator() {
    return RestAssured.given().auth().oauth2(token).contentType("application/json");
  }

  JsonObject get(String path, Map<String, ?> query) {
    return new JsonObject(
        operator().queryParams(query).get(path).then().statusCode(200).extract().asString());
  }

  void put(String path, JsonObject body) {
    ValidatableResponse response = operator().body(body.encode()).put(path).then();
    assertThat(response.extract().statusCode())
        .as("%s %s: %s", path, body, response.extract().asString())
        .isEqualTo(200);
  }

  /** Answers the body, which is an object. */
  JsonObject post(String path, JsonObject body) {
    ValidatableResponse response = operator().body(body.encode()).post(path).then();
    assertThat(response.extract().statusCode())
        .as("%s %s: %s", path, body, response.extract().asString())
        .isBetween(200, 204);
    String answer = response.extract().asString();
    return answer.isEmpty() ? new JsonObject() : new JsonObject(answer);
  }

  /** Sends an event and waits until it was taken. */
  void send(RoadMessages.Event event) {
    EventSchemas.assertValid(event.address(), event.body().encode());
    UUID id = UUID.randomUUID();
    broker.send(event.address(), tenant, id, event.body().encode());
    await("taking " + event.body())
        .atMost(PATIENCE)
        .pollInterval(PACE)
        .until(
            () -> count("select count(*) from inbox where event_id = ?::uuid", id.toString()) > 0);
  }

  /** Waits until no closing is to be computed and no event is to be sent. */
  void awaitQuiet() {
    await("quiet of " + tenant)
        .atMost(PATIENCE)
        .pollInterval(PACE)
        .until(() ->
            count("select count(*) from closing_job where tenant = ?", tenant)
                    + count("select count(*) from outbox where tenant = ?", tenant)
                == 0);
  }

  private long count(String sql, String parameter) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
