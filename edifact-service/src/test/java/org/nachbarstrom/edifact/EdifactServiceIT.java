package org.nachbarstrom.edifact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.BrokerProbe.Received;
import org.nachbarstrom.testing.EventSchemas;
import org.nachbarstrom.testing.OpenApiAgreement;
import org.nachbarstrom.testing.ProjectFiles;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdifactServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ADDRESS = "edifact.time-series-received.v1";
  private static final Instant START = Instant.parse("2026-03-27T23:00:00Z");

  private BrokerProbe probe;
  private List<Received> events;

  @BeforeAll
  void connect() {
    probe = new BrokerProbe(EmbeddedServices.current().amqpPort());
    events = probe.collect(ADDRESS + "::metering.time-series-received");
  }

  @AfterAll
  void disconnect() {
    probe.close();
  }

  @Test
  void acceptsAnInterchangeAndPublishesItsSeries() {
    String message = Interchanges.message("M1", START, "220:0.030", "67:0.027");
    String file = Interchanges.of("SYN00000000001", List.of(message));
    String id =
        post("stadtwerk", file)
            .statusCode(201)
            .body("state", equalTo("ACCEPTED"))
            .body("sender", equalTo("9900000000011"))
            .body("reference", equalTo("SYN00000000001"))
            .body("preparedAt", equalTo("2026-03-30T05:00:00Z"))
            .body("valueCount", equalTo(2))
            .body("messages", hasSize(1))
            .body("messages[0].state", equalTo("ACCEPTED"))
            .body("messages[0].accountingPoint", equalTo("50000000013"))
            .body("messages[0].checkIdentifier", equalTo("13025"))
            .extract()
            .path("id");
    Received event = awaitEvents("stadtwerk", "SYN00000000001", 1).getFirst();
    EventSchemas.assertValid(ADDRESS, event.body());
    assertThat(event.attribute("subject")).isEqualTo("50000000013");
    JsonObject expected = new JsonObject(EventSchemas.example(ADDRESS, "two-quarter-hours"));
    putStatus(expected);
    EventSchemas.assertValid(ADDRESS, expected.encode());
    JsonObject actual = event.json().put("receivedAt", expected.getString("receivedAt"));
    assertThat(actual).isEqualTo(expected);

    as("stadtwerk", "viewer")
        .get("/v1/interchanges/" + id)
        .then()
        .statusCode(200)
        .body("messages[0].values", equalTo(2));
    byte[] raw = as("stadtwerk", "viewer").get("/v1/interchanges/" + id + "/raw").asByteArray();
    assertThat(new String(raw, StandardCharsets.ISO_8859_1)).isEqualTo(file);
    as("stadtwerk", "viewer")
        .get("/v1/interchanges/" + id + "/contrl")
        .then()
        .statusCode(404)
        .body("code", equalTo("EDIFACT-0004"));
  }

  /** The example says nothing of why the second value is a substitute; the message does. */
  private static void putStatus(JsonObject expected) {
    JsonObject substituted =
        new JsonObject()
            .put("index", 1)
            .put("count", 1)
            .put("substitutionMethod", "Z92")
            .put("substitutionReason", "Z75");
    expected
        .getJsonArray("series")
        .getJsonObject(0)
        .getJsonArray("blocks")
        .getJsonObject(0)
        .put("statuses", new JsonArray().add(substituted));
  }

  @Test
  void refusesADuplicateOfSenderAndReference() {
    String file = Interchanges.of("DUP1", List.of(Interchanges.message("M1", START, "220:1")));
    String id = post("stadtwerk", file).statusCode(201).extract().path("id");
    post("stadtwerk", file)
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("EDIFACT-0001"))
        .body("interchange", equalTo(id));
    post("nachbarwerk", file).statusCode(201);
    awaitEvents("stadtwerk", "DUP1", 1);
    awaitEvents("nachbarwerk", "DUP1", 1);
  }

  @Test
  void takesTheGoodMessagesAndSaysWhatIsWrongWithTheOthers() {
    String good = Interchanges.message("M1", START, "220:1");
    String negative = Interchanges.message("M2", START, "220:1", "220:-0.5");
    String other = good.replace("M1", "M3").replace("13025", "13024");
    post("stadtwerk", Interchanges.of("PART1", List.of(good, negative, other)))
        .statusCode(201)
        .body("state", equalTo("PARTLY_ACCEPTED"))
        .body("messageCount", equalTo(3))
        .body("acceptedCount", equalTo(1))
        .body("messages.state", equalTo(List.of("ACCEPTED", "REJECTED", "REJECTED")))
        .body("messages[1].findings", hasSize(1))
        .body("messages[1].findings[0].code", equalTo("VALUE_NEGATIVE"))
        .body("messages[1].findings[0].aperakCode", equalTo("Z35"))
        .body("messages[1].findings[0].tag", equalTo("QTY"))
        .body("messages[1].findings[0].segment", equalTo(17))
        .body("messages[1].findings[0].element", equalTo(1))
        .body("messages[1].findings[0].component", equalTo(2))
        .body("messages[2].findings[0].code", equalTo("CHECK_IDENTIFIER_NOT_IMPORTED"));
    assertThat(awaitEvents("stadtwerk", "PART1", 1)).hasSize(1);
  }

  @Test
  void answersASyntaxErrorWithAContrlAndLetsTheCorrectedFileIn() {
    String right = Interchanges.message("M1", START, "220:1");
    String wrong = Interchanges.message("M2", START, "220:2").replace("UNT+17", "UNT+18");
    ValidatableResponse refused =
        post("stadtwerk", Interchanges.of("SYNTAX1", List.of(right, wrong)))
            .statusCode(422)
            .contentType("application/problem+json")
            .body("code", equalTo("EDIFACT-0002"))
            .body("errors", hasSize(1))
            .body("errors[0].code", equalTo("MESSAGE_COUNT_DIFFERS"))
            .body(
                "contrl",
                matchesPattern("UNA.*UCI\\+SYNTAX1\\+.*\\+4'UCM\\+M2\\+.*\\+29\\+UNT\\+2'.*"));
    JsonPath problem = refused.extract().jsonPath();
    String id = problem.getString("interchange");
    as("stadtwerk", "viewer")
        .get("/v1/interchanges/" + id)
        .then()
        .body("state", equalTo("REJECTED"))
        .body("acceptedCount", equalTo(0))
        .body("messages.state", equalTo(List.of("REJECTED", "REJECTED")));
    assertThat(as("stadtwerk", "viewer").get("/v1/interchanges/" + id + "/contrl").asString())
        .isEqualTo(problem.getString("contrl"));
    String corrected = Interchanges.of("SYNTAX1", List.of(right, right.replace("M1", "M2")));
    post("stadtwerk", corrected).statusCode(201).body("state", equalTo("ACCEPTED"));
    assertThat(awaitEvents("stadtwerk", "SYNTAX1", 2)).hasSize(2);
  }

  @Test
  void storesWhatCannotBeReadAtAll() {
    for (String input : List.of("", "hello", "UNB+UNOC:3'", "\u0000\u0001\u0002'", "UNA+++++++")) {
      String id =
          post("stadtwerk", input)
              .statusCode(422)
              .body("code", equalTo("EDIFACT-0002"))
              .body("contrl", nullValue())
              .body("errors[0].code", notNullValue())
              .extract()
              .path("interchange");
      as("stadtwerk", "viewer")
          .get("/v1/interchanges/" + id)
          .then()
          .body("state", equalTo("REJECTED"))
          .body("sender", nullValue());
      assertThat(as("stadtwerk", "viewer").get("/v1/interchanges/" + id + "/raw").asString())
          .isEqualTo(input);
    }
  }

  @Test
  void readsAYearInOneMessage() {
    String[] quantities = new String[35_040];
    Arrays.fill(quantities, "220:0.125");
    Instant newYear = Instant.parse("2024-12-31T23:00:00Z");
    String file =
        Interchanges.of("YEAR1", List.of(Interchanges.message("M1", newYear, quantities)));
    post("stadtwerk", file).statusCode(201).body("valueCount", equalTo(35_040));
    Received event = awaitEvents("stadtwerk", "YEAR1", 1).getFirst();
    JsonObject block =
        event
            .json()
            .getJsonArray("series")
            .getJsonObject(0)
            .getJsonArray("blocks")
            .getJsonObject(0);
    assertThat(block.getJsonArray("quantitiesMilliWattHours")).hasSize(35_040);
    assertThat(block.getJsonArray("qualities").encode())
        .isEqualTo("[{\"quality\":\"MEASURED\",\"count\":35040}]");
  }

  @Test
  void readsThousandsOfMessagesAndSeveralRawParts() {
    List<String> messages =
        IntStream.rangeClosed(1, 4_000)
            .mapToObj(i -> Interchanges.message("M" + i, START, "220:1"))
            .toList();
    String file = Interchanges.of("MANY1", messages);
    assertThat(file.length()).isGreaterThan(1 << 20);
    String id =
        post("stadtwerk", file)
            .statusCode(201)
            .body("acceptedCount", equalTo(4_000))
            .body("messages[3999].reference", equalTo("M4000"))
            .extract()
            .path("id");
    awaitEvents("stadtwerk", "MANY1", 4_000);
    assertThat(as("stadtwerk", "viewer").get("/v1/interchanges/" + id + "/raw").asString())
        .isEqualTo(file);
  }

  @Test
  void readsTheOperatorsMonth() throws IOException {
    Optional<Path> month = ProjectFiles.shared("community/august-2023.edi");
    Assumptions.assumeTrue(month.isPresent(), "the operator's month is absent");
    as("stadtwerk", "operator")
        .body(Files.readAllBytes(month.orElseThrow()))
        .post("/v1/interchanges")
        .then()
        .statusCode(201)
        .body("state", equalTo("ACCEPTED"))
        .body("messageCount", equalTo(9))
        .body("valueCount", equalTo(26_784));
    awaitEvents("stadtwerk", "COMAUG2023", 9)
        .forEach(event -> EventSchemas.assertValid(ADDRESS, event.body()));
  }

  @Test
  void listsTheLatestFirstAndHidesThemFromOthers() {
    String message = Interchanges.message("M1", START, "220:1");
    for (String reference : List.of("LIST1", "LIST2", "LIST3")) {
      post("listwerk", Interchanges.of(reference, List.of(message))).statusCode(201);
    }
    JsonPath first = list("limit=2");
    assertThat(first.getList("items.reference")).containsExactly("LIST3", "LIST2");
    JsonPath second = list("limit=2&cursor=" + first.getString("next"));
    assertThat(second.getList("items.reference")).containsExactly("LIST1");
    assertThat(second.getString("next")).isNull();
    String id = first.getString("items[0].id");
    for (String path : List.of("", "/raw", "/contrl")) {
      as("stadtwerk", "viewer")
          .get("/v1/interchanges/" + id + path)
          .then()
          .statusCode(404)
          .body("code", equalTo("EDIFACT-0003"));
    }
  }

  @Test
  void letsOnlyOperatorsSend() {
    as("stadtwerk", "viewer").body(new byte[] {1}).post("/v1/interchanges").then().statusCode(403);
    given()
        .contentType("application/edifact")
        .body(new byte[] {1})
        .post("/v1/interchanges")
        .then()
        .statusCode(401);
  }

  @Test
  void servesTheAgreedApi() {
    OpenApiAgreement.check("edifact-service", given().get("/q/openapi").asString());
  }

  private static JsonPath list(String query) {
    return as("listwerk", "viewer").get("/v1/interchanges?" + query).jsonPath();
  }

  private static ValidatableResponse post(String tenant, String file) {
    return as(tenant, "operator")
        .body(file.getBytes(StandardCharsets.ISO_8859_1))
        .post("/v1/interchanges")
        .then();
  }

  private static RequestSpecification as(String tenant, String role) {
    return given()
        .auth()
        .oauth2(EmbeddedServices.current().token(tenant, role))
        .contentType("application/edifact");
  }

  private List<Received> awaitEvents(String tenant, String reference, int count) {
    await().atMost(PATIENCE).until(() -> matching(tenant, reference).size() >= count);
    return matching(tenant, reference);
  }

  private List<Received> matching(String tenant, String reference) {
    String wanted = "\"reference\":\"" + reference + "\"";
    return events.stream()
        .filter(event -> event.attribute("tenantid").equals(tenant))
        .filter(event -> event.body().contains(wanted))
        .toList();
  }
}
