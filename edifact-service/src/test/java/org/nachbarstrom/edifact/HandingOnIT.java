package org.nachbarstrom.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.edifact.Client.as;
import static org.nachbarstrom.edifact.Client.get;
import static org.nachbarstrom.edifact.Client.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.BrokerProbe.Received;
import org.nachbarstrom.testing.EventSchemas;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandingOnIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String READINGS = "edifact.readings-received.v1";
  private static final String QUANTITIES = "edifact.energy-quantities-received.v1";
  private static final String CANCELLED = "edifact.document-cancelled.v1";
  private static final Instant START = Instant.parse("2026-03-27T23:00:00Z");

  @Inject TenantTransactions transactions;
  @Inject Sql sql;

  private BrokerProbe probe;
  private List<Received> readings;
  private List<Received> quantities;
  private List<Received> cancelled;

  @BeforeAll
  void connect() {
    probe = new BrokerProbe(EmbeddedServices.current().amqpPort());
    readings = probe.collect(READINGS + "::metering.readings-received");
    quantities = probe.collect(QUANTITIES + "::metering.energy-quantities-received");
    cancelled = probe.collect(CANCELLED + "::metering.document-cancelled");
  }

  @AfterAll
  void disconnect() {
    probe.close();
  }

  @Test
  void handsReadingsOnWithMomentsAndReasons() {
    String file = interchange("SYN00000000101", "VL", readingsOfMeterExchange());
    post("lesewerk", file)
        .statusCode(201)
        .body("state", equalTo("ACCEPTED"))
        .body("messages[0].content", equalTo("REGISTER_READINGS"))
        .body("valueCount", equalTo(2));
    assertLike(awaitEvent(readings, "lesewerk"), READINGS, "meter-exchange");
  }

  @Test
  void handsEnergyQuantitiesOn() {
    String file = interchange("SYN00000000111", "EM", quantitiesOfAMonth());
    post("mengenwerk", file)
        .statusCode(201)
        .body("messages[0].content", equalTo("ENERGY_QUANTITIES"));
    assertLike(awaitEvent(quantities, "mengenwerk"), QUANTITIES, "month");
  }

  @Test
  void handsACancellationOnAfterWhatItCancels() {
    String early = interchange("EARLY1", "VL", cancellation("STORNO0"));
    post("stornowerk", early)
        .statusCode(201)
        .body("state", equalTo("REJECTED"))
        .body("messages[0].findings", hasSize(1))
        .body("messages[0].findings[0].code", equalTo("REFERENCE_UNKNOWN"))
        .body("messages[0].findings[0].aperakCode", equalTo("Z33"));
    String original = interchange("SYN00000000101", "VL", readingsOfMeterExchange());
    post("stornowerk", original).statusCode(201).body("state", equalTo("ACCEPTED"));
    String storno = interchange("SYN00000000121", "VL", cancellation("STORNO1"));
    post("stornowerk", storno).statusCode(201).body("messages[0].content", equalTo("CANCELLATION"));
    assertLike(awaitEvent(cancelled, "stornowerk"), CANCELLED, "readings");
    String foreign = storno.replace("9900000000011", "9900000000037").replace("STORNO1", "STORNO2");
    post("stornowerk", foreign).body("messages[0].findings[0].code", equalTo("REFERENCE_UNKNOWN"));
  }

  @Test
  void refusesToCancelALoadProfile() {
    String profile = Interchanges.message("M1", START, "220:1").replace("DOC1", "LESUNG1");
    post("profilwerk", Interchanges.of("PROF1", List.of(profile))).statusCode(201);
    String storno = interchange("PROF2", "VL", cancellation("STORNO1"));
    post("profilwerk", storno).body("messages[0].findings[0].code", equalTo("REFERENCE_UNKNOWN"));
  }

  @Test
  void losesNothingWhenItFailsBetweenTwoSteps() {
    String file = interchange("CRASH1", "VL", readingsOfMeterExchange());
    // The answer is the last thing that is written.
    system(
        """
        create function fail_on_crash() returns trigger language plpgsql as
          $$ begin raise exception 'stopped here'; end $$\
        """);
    system(
        """
        create trigger crash before insert on owed_answer for each row
          when (new.answered_reference = 'CRASH1') execute function fail_on_crash()\
        """);
    post("abbruchwerk", file).statusCode(500);
    get("abbruchwerk", "/v1/interchanges").body("items", hasSize(0));
    get("abbruchwerk", "/v1/messages").body("items", hasSize(0));
    get("abbruchwerk", "/v1/outgoing-interchanges").body("items", hasSize(0));
    system("drop trigger crash on owed_answer");
    post("abbruchwerk", file).statusCode(201);
    post("abbruchwerk", file).statusCode(409);
    assertThat(awaitEvent(readings, "abbruchwerk").attribute("subject"))
        .isEqualTo("DE0000010000100000000000000000M01");
    // What is sent later arrives later, so nothing of the first try can still be on its way.
    post("abbruchwerk", file.replace("CRASH1", "CRASH2")).statusCode(201);
    await().atMost(PATIENCE).until(() -> of(readings, "abbruchwerk").size() >= 2);
    assertThat(of(readings, "abbruchwerk").stream().filter(one -> one.body().contains("CRASH1")))
        .hasSize(1);
    as("abbruchwerk", "viewer")
        .get("/v1/outgoing-interchanges")
        .then()
        .body("items.reference", equalTo(List.of("NS000000000002", "NS000000000001")));
  }

  private void system(String statement) {
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> transactions.inSystemTransaction(() -> sql.execute(statement)));
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void assertLike(Received event, String address, String example) {
    EventSchemas.assertValid(address, event.body());
    JsonObject expected = new JsonObject(EventSchemas.example(address, example));
    JsonObject actual = event.json().put("receivedAt", expected.getString("receivedAt"));
    assertThat(actual).isEqualTo(expected);
  }

  private static Received awaitEvent(List<Received> events, String tenant) {
    await().atMost(PATIENCE).until(() -> !of(events, tenant).isEmpty());
    return of(events, tenant).getFirst();
  }

  private static List<Received> of(List<Received> events, String tenant) {
    return events.stream().filter(event -> event.attribute("tenantid").equals(tenant)).toList();
  }

  private static String interchange(String reference, String application, String message) {
    return Interchanges.of(reference, List.of(message))
        .replace("++TL'", "++" + application + "'")
        .replace("260330:0500", "260405:0510");
  }

  private static String readingsOfMeterExchange() {
    return message(
        "BGM+7+LESUNG1+9",
        "DTM+137:202604020500?+00:303",
        "RFF+Z13:13017",
        "NAD+MS+9900000000011::293",
        "NAD+MR+9900000000029::293",
        "UNS+D",
        "NAD+DP",
        "LOC+172+DE0000010000100000000000000000M01",
        "RFF+MG:1ISK0012345678",
        "LIN+1",
        "PIA+5+1-1?:1.8.0:SRW",
        "QTY+220:12500.5",
        "DTM+7:202602282300?+00:303",
        "DTM+9:20260301:102",
        "QTY+67:12811.25",
        "DTM+7:202603312200?+00:303",
        "DTM+60:202603312200?+00:303",
        "STS+Z33++Z86",
        "STS+Z32++Z92",
        "STS+Z40++Z78");
  }

  private static String quantitiesOfAMonth() {
    return message(
        "BGM+7+MENGE1+9",
        "DTM+137:202604030500?+00:303",
        "RFF+Z13:13019",
        "NAD+MS+9900000000011::293",
        "NAD+MR+9900000000029::293",
        "UNS+D",
        "NAD+DP",
        "LOC+172+50000000013",
        "LIN+1",
        "PIA+5+1-1?:1.9.0:SRW",
        "QTY+220:310.75",
        "DTM+163:202602282300?+00:303",
        "DTM+164:202603312200?+00:303",
        "STS+10+Z36",
        "STS+10+Z37");
  }

  private static String cancellation(String document) {
    return message(
        "BGM+7+" + document + "+1",
        "DTM+137:202604050500?+00:303",
        "RFF+ACW:LESUNG1",
        "RFF+Z13:13006",
        "NAD+MS+9900000000011::293",
        "NAD+MR+9900000000029::293",
        "UNS+D",
        "NAD+DP",
        "LOC+172");
  }

  private static String message(String... segments) {
    return "UNH+M1+MSCONS:D:04B:UN:2.5'"
        + String.join("'", segments)
        + "'UNT+"
        + (segments.length + 2)
        + "+M1'";
  }
}
