package org.nachbarstrom.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.edifact.Client.as;
import static org.nachbarstrom.edifact.Client.get;
import static org.nachbarstrom.edifact.Client.gzip;
import static org.nachbarstrom.edifact.Client.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
class ReceivingIT {
  private static final Instant START = Instant.parse("2026-03-27T23:00:00Z");

  @Test
  void unpacksGzipAndKeepsTheBytesAsReceived() {
    String file = Interchanges.of("GZIP1", List.of(Interchanges.message("M1", START, "220:1")));
    byte[] packed = gzip(file);
    String id =
        post("gzipwerk", packed)
            .statusCode(201)
            .body("state", equalTo("ACCEPTED"))
            .body("sizeBytes", equalTo(packed.length))
            .extract()
            .path("id");
    Response raw = as("gzipwerk", "viewer").get("/v1/interchanges/" + id + "/raw");
    assertThat(raw.asByteArray()).isEqualTo(packed);
    assertThat(raw.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"MSCONS_TL_9900000000011_9900000000029_20260330_GZIP1.txt.gz\"");
    post("gzipwerk", file).statusCode(409).body("interchange", equalTo(id));
  }

  @Test
  void stopsUnpackingAGzipBomb() {
    String file =
        Interchanges.of("BOMB1", List.of("UNH+1+MSCONS:D:04B:UN:2.5'" + "LIN+1'".repeat(2 << 20)));
    byte[] packed = gzip(file);
    assertThat(packed.length).isLessThan(file.length() / 500);
    post("bombwerk", packed)
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("EDIFACT-0005"))
        .body("detail", containsString("200 times"));
    post("bombwerk", Arrays.copyOf(packed, packed.length / 2)).statusCode(413);
    get("bombwerk", "/v1/interchanges").body("items", hasSize(0));
  }

  @Test
  void refusesGzipThatIsCutOff() {
    byte[] packed =
        gzip(Interchanges.of("CUT1", List.of(Interchanges.message("M1", START, "220:1"))));
    post("cutwerk", Arrays.copyOf(packed, packed.length - 20))
        .statusCode(422)
        .body("code", equalTo("EDIFACT-0006"));
    get("cutwerk", "/v1/interchanges").body("items", hasSize(0));
    post("cutwerk", packed).statusCode(201);
  }

  @Test
  void takesOneOfManyAtTheSameTime() {
    String file = Interchanges.of("RACE1", List.of(Interchanges.message("M1", START, "220:1")));
    String broken = file.replace("RACE1", "RACE2").replace("UNT+17", "UNT+18");
    for (String sent : List.of(file, broken)) {
      List<Integer> answers =
          IntStream.range(0, 6)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> post("racewerk", sent).extract().statusCode()))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .sorted()
              .toList();
      assertThat(answers.stream().filter(status -> status == 409)).hasSize(5);
    }
    get("racewerk", "/v1/interchanges").body("items", hasSize(2));
  }

  @Test
  void takesTheSameBytesOnceEvenIfTheyWereRejected() {
    String broken =
        Interchanges.of("AGAIN1", List.of(Interchanges.message("M1", START, "220:1")))
            .replace("UNT+17", "UNT+18");
    String id = post("againwerk", broken).statusCode(422).extract().path("interchange");
    post("againwerk", broken)
        .statusCode(409)
        .body("code", equalTo("EDIFACT-0001"))
        .body("interchange", equalTo(id));
    get("againwerk", "/v1/interchanges").body("items", hasSize(1));
  }

  @Test
  void findsInterchangesByWhatTheyAreAndHold() {
    String first = Interchanges.message("M1", START, "220:1");
    String second =
        Interchanges.message("M2", START, "220:1")
            .replace("50000000013", "41373559241")
            .replace("DOC1", "DOC2");
    String bad = Interchanges.message("M3", START, "220:-1").replace("DOC1", "DOC3");
    post("findwerk", Interchanges.of("FIND1", List.of(first))).statusCode(201);
    post("findwerk", Interchanges.of("FIND2", List.of(first, second))).statusCode(201);
    post("findwerk", Interchanges.of("FIND3", List.of(bad))).statusCode(201);
    assertThat(found("reference=FIND2")).containsExactly("FIND2");
    assertThat(found("sender=9900000000011")).containsExactly("FIND3", "FIND2", "FIND1");
    assertThat(found("sender=9900000000029")).isEmpty();
    assertThat(found("location=41373559241")).containsExactly("FIND2");
    assertThat(found("location=50000000013&state=ACCEPTED")).containsExactly("FIND2", "FIND1");
    assertThat(found("documentNumber=DOC3")).containsExactly("FIND3");
    assertThat(found("checkIdentifier=13025&limit=2")).containsExactly("FIND3", "FIND2");
    assertThat(found("state=REJECTED&checkIdentifier=13019")).isEmpty();
    assertThat(found("receivedFrom=2020-01-01T00:00:00Z")).hasSize(3);
    assertThat(found("receivedTo=2020-01-01T00:00:00Z")).isEmpty();
    get("findwerk", "/v1/interchanges?state=BROKEN")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("state"));
    get("findwerk", "/v1/interchanges?receivedFrom=yesterday").statusCode(400);
  }

  @Test
  void listsMessagesOfAnObjectAcrossInterchanges() {
    for (String reference : List.of("OBJ1", "OBJ2")) {
      List<String> messages =
          List.of(
              Interchanges.message("M1", START, "220:1"),
              Interchanges.message("M2", START, "220:-1"));
      post("objektwerk", Interchanges.of(reference, messages)).statusCode(201);
    }
    JsonPath page = messages("location=50000000013&limit=3");
    assertThat(page.getList("items.message.reference")).containsExactly("M1", "M2", "M1");
    assertThat(page.getList("items.message.content"))
        .containsExactly("LOAD_PROFILE", "NONE", "LOAD_PROFILE");
    JsonPath rest = messages("location=50000000013&limit=3&cursor=" + page.getString("next"));
    assertThat(rest.getList("items.message.reference")).containsExactly("M2");
    assertThat(rest.getString("next")).isNull();
    assertThat(messages("state=REJECTED").getList("items")).hasSize(2);
    assertThat(messages("location=41373559241").getList("items")).isEmpty();
    get("objektwerk", "/v1/messages?cursor=x").statusCode(400);
  }

  @Test
  void saysWhatIsWrongWithoutKeepingAnything() {
    String good = Interchanges.message("M1", START, "220:1");
    String bad = Interchanges.message("M2", START, "220:-1");
    byte[] file = gzip(Interchanges.of("CHECK1", List.of(good, bad)));
    as("pruefwerk", "viewer")
        .body(file)
        .post("/v1/validations")
        .then()
        .statusCode(200)
        .body("valid", equalTo(false))
        .body("reference", equalTo("CHECK1"))
        .body("messageCount", equalTo(2))
        .body("validCount", equalTo(1))
        .body("messages", hasSize(1))
        .body("messages[0].reference", equalTo("M2"))
        .body("messages[0].findings[0].code", equalTo("VALUE_NEGATIVE"));
    as("pruefwerk", "viewer")
        .body(Client.bytes(Interchanges.of("CHECK2", List.of(good))))
        .post("/v1/validations")
        .then()
        .body("valid", equalTo(true));
    as("pruefwerk", "viewer")
        .body(Client.bytes("UNB+"))
        .post("/v1/validations")
        .then()
        .statusCode(200)
        .body("valid", equalTo(false))
        .body("findings", hasSize(1));
    String comma = Interchanges.of("CHECK3", List.of(good.replace("220:1", "220:1,5")));
    for (boolean lenient : new boolean[] {false, true}) {
      as("pruefwerk", "viewer")
          .body(Client.bytes(comma))
          .post("/v1/validations?lenient=" + lenient)
          .then()
          .body("valid", equalTo(lenient));
    }
    get("pruefwerk", "/v1/interchanges").body("items", hasSize(0));
  }

  private static List<String> found(String query) {
    return get("findwerk", "/v1/interchanges?" + query)
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.reference");
  }

  private static JsonPath messages(String query) {
    return get("objektwerk", "/v1/messages?" + query).statusCode(200).extract().jsonPath();
  }
}
