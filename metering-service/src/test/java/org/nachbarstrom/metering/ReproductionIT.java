package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.as;
import static org.nachbarstrom.metering.Api.awaitClosing;
import static org.nachbarstrom.metering.Api.awaitValues;
import static org.nachbarstrom.metering.Api.declare;
import static org.nachbarstrom.metering.Api.declareCommunity;
import static org.nachbarstrom.metering.Api.member;
import static org.nachbarstrom.metering.Api.operator;
import static org.nachbarstrom.metering.Api.requestClosing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.testing.BrokerProbe;

/** Versions of closings are found again bit for bit, and rows that somebody changed are told. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class ReproductionIT {
  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  /**
   * The consumer has 188 quarter-hours of 3 000, later 8 000 in the first; the producer of 1 000.
   */
  private String close(String community, int number) {
    declare(Feed.point(number), CONSUMPTION);
    declare(Feed.point(number + 1), GENERATION);
    declareCommunity(
            community,
            List.of(
                member(Feed.point(number), CONSUMPTION),
                member(Feed.point(number + 1), GENERATION)))
        .statusCode(200);
    send(Feed.constant(Feed.point(number), CONSUMPTION, START, 188, 3_000));
    send(Feed.constant(Feed.point(number + 1), GENERATION, START, 188, 1_000));
    awaitValues(Feed.point(number), 188);
    awaitValues(Feed.point(number + 1), 188);
    String closing = requestClosing(community, 202);
    awaitClosing(closing, "CLOSED", 1);
    return closing;
  }

  @Test
  void findsEveryVersionAgainAndTellsRowsThatWereChanged() throws SQLException {
    String consumer = Feed.point(8340);
    String closing = close("nachrechnen", 8340);
    send(Feed.values(consumer, CONSUMPTION, 1, START, 8_000L));
    awaitClosing(closing, "CLOSED", 2);
    for (String version : List.of("1", "2")) {
      reproduction(closing, version)
          .body("from", equalTo("VALUES"))
          .body("equal", equalTo(true))
          .body(
              "checks.part",
              contains(
                  "INPUTS_SHA256",
                  "LISTED_INPUTS_SHA256",
                  "INPUTS",
                  "MEMBERS",
                  "EXCHANGES",
                  "CONTROL_TOTALS"));
    }
    tamper("closing_member", "metered = metered + 1", closing, consumer);
    tamper("closing_input", "metered[2] = metered[2] - 1", closing, consumer);
    reproduction(closing, "2").body("equal", equalTo(true));
    // Both days have 3 000 · 188 = 564 000, the second one 3 000 · 92 = 276 000.
    reproduction(closing, "1")
        .body("equal", equalTo(false))
        .body(different("INPUTS_SHA256"), equalTo(0))
        .body(different("LISTED_INPUTS_SHA256"), equalTo(1))
        .body(different("INPUTS"), equalTo(1))
        .body(first("INPUTS") + ".position", equalTo(consumer + " 2026-03-29"))
        .body(different("MEMBERS"), equalTo(1))
        .body(first("MEMBERS") + ".position", equalTo(consumer))
        .body(different("EXCHANGES"), equalTo(0))
        .body(different("CONTROL_TOTALS"), equalTo(0));
    String stored = reproduction(closing, "1").extract().path(first("MEMBERS") + ".stored");
    assertThat(stored).contains("metered=564001");
  }

  /** What all three read is locked; two may wait for it. */
  @Test
  void refusesMoreAtATimeThanMayRun() throws SQLException {
    String path = "/v1/closings/" + close("gedraengel", 8350) + "/reproduction";
    Facts facts = EmbeddedServices.current();
    List<CompletableFuture<Response>> answers;
    try (Connection connection =
            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
        Statement lock = connection.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      connection.setAutoCommit(false);
      lock.execute("lock table closing_input in access exclusive mode");
      answers =
          Stream.generate(() ->
                  CompletableFuture.supplyAsync(() -> as(TENANT, "viewer").get(path), threads))
              .limit(3)
              .toList();
      CompletableFuture.anyOf(answers.toArray(CompletableFuture<?>[]::new))
          .orTimeout(20, TimeUnit.SECONDS)
          .join();
      Response refused =
          answers.stream().filter(CompletableFuture::isDone).findFirst().orElseThrow().join();
      refused
          .then()
          .statusCode(503)
          .header("Retry-After", "5")
          .body("code", equalTo("METERING-0186"));
      connection.rollback();
    }
    assertThat(answers)
        .extracting(answer -> answer.join().statusCode())
        .containsExactlyInAnyOrder(200, 200, 503);
    reproduction(path.split("/", -1)[3], "1").body("equal", equalTo(true));
  }

  private static ValidatableResponse reproduction(String closing, String version) {
    return operator()
        .get("/v1/closings/" + closing + "/reproduction?version=" + version)
        .then()
        .statusCode(200);
  }

  private static String different(String part) {
    return "checks.find { it.part == '" + part + "' }.differences";
  }

  private static String first(String part) {
    return "checks.find { it.part == '" + part + "' }.first[0]";
  }

  /** As the owner of the tables can, without the trigger that forbids it. */
  private static void tamper(String table, String change, String closing, String point)
      throws SQLException {
    Facts facts = EmbeddedServices.current();
    try (Connection connection =
            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
        Statement ddl = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement(
                "update "
                    + table
                    + " set "
                    + change
                    + " where closing = ?::uuid and version = 1 and accounting_point = ?")) {
      ddl.execute("select set_config('nachbarstrom.tenant', '" + TENANT + "', false)");
      ddl.execute("alter table " + table + " disable trigger " + table + "_is_append_only");
      update.setString(1, closing);
      update.setString(2, point);
      assertThat(update.executeUpdate()).isEqualTo(1);
      ddl.execute("alter table " + table + " enable trigger " + table + "_is_append_only");
    }
  }

  private void send(String body) {
    broker.send(Feed.ADDRESS, TENANT, UUID.randomUUID(), body);
  }
}
