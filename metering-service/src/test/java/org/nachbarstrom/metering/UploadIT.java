package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.as;
import static org.nachbarstrom.metering.Api.operator;
import static org.nachbarstrom.metering.Api.valuesOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class UploadIT {
  private static final String NDJSON = "application/x-ndjson";

  private static RequestSpecification uploader(String tenant) {
    return as(tenant, "operator")
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT)))
        .contentType(NDJSON);
  }

  private static String line(String point, String start, String values) {
    return """
    {"accountingPoint":"%s","direction":"CONSUMPTION","start":"%s","values":%s,"quality":"MEASURED"}
    """
        .formatted(point, start, values);
  }

  private static ValidatableResponse send(Map<String, String> headers, String lines) {
    return uploader(TENANT).headers(headers).body(lines).post("/v1/uploads").then();
  }

  private static ValidatableResponse sendMadeAt(String messageTime, String lines) {
    return uploader(TENANT)
        .queryParam("messageTime", messageTime)
        .body(lines)
        .post("/v1/uploads")
        .then();
  }

  @Test
  void writesValuesAndSaysWhatBecameOfThem() {
    String point = Feed.point(7001);
    String id =
        send(Map.of(), line(point, START, "[\"0.25\",0.5,null,1]"))
            .statusCode(201)
            .body("state", equalTo("COMPLETED"))
            .body("lines", equalTo(1))
            .body("values.taken", equalTo(3))
            .body("values.added", equalTo(3))
            .body("rejections", hasSize(0))
            .extract()
            .path("id");
    assertThat(valuesOf(point, "")).containsExactly(250_000, 500_000, 1_000_000);
    operator().get("/v1/uploads/" + id).then().statusCode(200).body("values.taken", equalTo(3));
    as("nachbar", "viewer").get("/v1/uploads/" + id).then().statusCode(404);
    List<String> listed =
        operator().get("/v1/uploads?limit=1000").then().extract().path("items.id");
    assertThat(listed).contains(id);
    // Undeclared points are kept like those of the market.
    List<String> unassigned =
        operator()
            .get("/v1/unassigned-series?limit=1000")
            .then()
            .extract()
            .path("items.accountingPoint");
    assertThat(unassigned).contains(point);
  }

  @Test
  void changesNothingWhenTheSameIsSentAgain() {
    String point = Feed.point(7002);
    String lines = line(point, START, "[1,2]");
    String keyed =
        send(Map.of("Idempotency-Key", "key-7002"), lines).statusCode(201).extract().path("id");
    send(Map.of("Idempotency-Key", "key-7002"), lines).statusCode(200).body("id", equalTo(keyed));
    send(Map.of(), lines).statusCode(200).body("id", equalTo(keyed));
    send(Map.of("Idempotency-Key", "key-7002"), line(point, START, "[1,3]"))
        .statusCode(409)
        .body("code", equalTo("METERING-0133"));
    assertThat(valuesOf(point, "")).containsExactly(1_000_000, 2_000_000);
  }

  @Test
  void endsInTheSameStateWhateverTheOrderOfUploads() {
    String point = Feed.point(7003);
    String newer = line(point, START, "[1,2]");
    String older = line(point, START, "[5,2,3]");
    sendMadeAt("2026-04-02T00:00:00Z", newer).statusCode(201).body("values.added", equalTo(2));
    sendMadeAt("2026-04-01T00:00:00Z", older)
        .statusCode(201)
        .body("values.added", equalTo(1))
        .body("values.unchanged", equalTo(1))
        .body("values.outdated", equalTo(1));
    sendMadeAt("2026-04-03T00:00:00Z", line(point, START, "[1,4]"))
        .body("values.changed", equalTo(1))
        .body("values.unchanged", equalTo(1));
    assertThat(valuesOf(point, "")).containsExactly(1_000_000, 4_000_000, 3_000_000);
  }

  @Test
  void reportsEveryRejectedValueWithPositionAndCode() {
    String point = Feed.point(7004);
    String id =
        send(
                Map.of(),
                "nonsense\n"
                    + line(point, START, "[1,-1]")
                    + line("51238696782", START, "[1,2,3]")
                    + line(point, "2026-03-27T23:30:00Z", "[3]"))
            .statusCode(201)
            .body("lines", equalTo(4))
            .body("rejectedLines", equalTo(2))
            .body("values.rejected", equalTo(4))
            .body("values.taken", equalTo(2))
            .body("rejections.line", equalTo(List.of(1, 2, 3)))
            .body(
                "rejections.code",
                equalTo(List.of("UNREADABLE_LINE", "NEGATIVE_VALUE", "INVALID_POINT")))
            .body("rejections.pointer", equalTo(List.of("", "/values/1", "/accountingPoint")))
            .extract()
            .path("id");
    String page = "/v1/uploads/" + id + "/rejections?limit=2";
    String next =
        operator()
            .get(page)
            .then()
            .body("items.line", equalTo(List.of(1, 2)))
            .extract()
            .path("next");
    operator()
        .get(page + "&cursor=" + next)
        .then()
        .body("items.line", equalTo(List.of(3)))
        .body("next", equalTo(null));
    operator().get(page + "&cursor=x").then().statusCode(400);
  }

  @Test
  void handsReadingsToTheReadings() {
    String line =
        """
        {"meteringPoint":"DE00000100001000000000000000UPL01","obis":"1-1:1.8.0",\
        "deviceNumber":"1APA01","quality":"MEASURED","readings":[\
        {"at":"2026-03-28T11:00:00Z","value":"1000.5"},{"at":"2026-03-28T11:15:00Z","value":1001}]}
        """;
    send(Map.of(), line).statusCode(201).body("readings", equalTo(2));
    send(Map.of(), line).statusCode(200);
    List<String> values =
        operator()
            .queryParam("object", "DE00000100001000000000000000UPL01")
            .queryParam("from", "2026-02-28T23:00:00Z")
            .queryParam("to", "2026-03-31T22:00:00Z")
            .get("/v1/readings")
            .then()
            .statusCode(200)
            .extract()
            .path("readings.value");
    assertThat(values).containsExactly("1000.5", "1001");
  }

  @Test
  void refusesParametersThatCannotBeTaken() {
    String lines = line(Feed.point(7005), START, "[1]");
    sendMadeAt("2099-01-01T00:00:00Z", lines)
        .statusCode(400)
        .body("code", equalTo("METERING-0131"))
        .body("errors[0].code", equalTo("IN_THE_FUTURE"));
    send(Map.of("Idempotency-Key", "two words"), lines).statusCode(400);
    send(Map.of("Content-Encoding", "br"), lines).statusCode(400);
    as(TENANT, "viewer")
        .contentType(NDJSON)
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/v1/uploads")
        .then()
        .statusCode(403);
    operator().get("/v1/uploads/nothing").then().statusCode(404);
    assertThat(valuesOf(Feed.point(7005), "")).isEmpty();
  }

  private static byte[] gzip(String text, int times) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = text.getBytes(StandardCharsets.UTF_8);
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        gzip.write(part);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private static ValidatableResponse sendPacked(byte[] body) {
    return uploader(TENANT)
        .header("Content-Encoding", "gzip")
        .body(body)
        .post("/v1/uploads")
        .then();
  }

  @Test
  void takesPackedLinesAndRefusesBombs() {
    String point = Feed.point(7006);
    sendPacked(gzip(line(point, START, "[1]"), 1)).statusCode(201);
    assertThat(valuesOf(point, "")).containsExactly(1_000_000);
    // 600 MB of blanks in one line, 0.6 MB packed
    sendPacked(gzip(" ".repeat(1 << 20), 600))
        .statusCode(413)
        .body("code", equalTo("METERING-0135"));
    sendPacked("no gzip".getBytes(StandardCharsets.UTF_8))
        .statusCode(422)
        .body("code", equalTo("METERING-0137"));
    byte[] whole = gzip(line(point, START, "[2]"), 1);
    sendPacked(Arrays.copyOf(whole, whole.length - 10))
        .statusCode(400)
        .body("code", equalTo("METERING-0134"));
    assertThat(valuesOf(point, "")).containsExactly(1_000_000);
  }

  @Test
  void saysTheTruthOfAnUploadThatBrokeOffAndTakesItAgain() throws IOException {
    String point = Feed.point(7007);
    String lines = line(point, START, "[1,2]") + line(point, "2026-03-28T00:00:00Z", "[3]");
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      String head =
          "POST /v1/uploads HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
              + NDJSON
              + "\r\nIdempotency-Key: key-7007\r\nContent-Length: "
              + bytes.length
              + "\r\nAuthorization: Bearer "
              + EmbeddedServices.current().token(TENANT, "operator")
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(bytes, 0, bytes.length - 20);
      socket.getOutputStream().flush();
      await().atMost(PATIENCE).until(() -> states().contains("RECEIVING"));
    }
    await().atMost(PATIENCE).until(() -> states().contains("INTERRUPTED"));
    assertThat(valuesOf(point, "")).isEmpty();
    send(Map.of("Idempotency-Key", "key-7007"), lines)
        .statusCode(200)
        .body("state", equalTo("COMPLETED"))
        .body("values.added", equalTo(3));
    assertThat(valuesOf(point, "")).containsExactly(1_000_000, 2_000_000, 3_000_000);
    send(Map.of("Idempotency-Key", "key-7007"), lines).statusCode(200);
  }

  @Test
  void takesOnlySomeUploadsAtTheSameTime() throws IOException {
    String point = Feed.point(7009);
    String lines = line(point, START, "[1]");
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        open.add(new Socket("localhost", RestAssured.port));
        begin(open.getLast());
      }
      await()
          .atMost(PATIENCE)
          .until(() -> states().stream().filter("RECEIVING"::equals).count() == 4);
      send(Map.of(), lines)
          .statusCode(503)
          .header("Retry-After", "5")
          .body("code", equalTo("METERING-0178"));
      assertThat(valuesOf(point, "")).isEmpty();
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    await().atMost(PATIENCE).untilAsserted(() -> send(Map.of(), lines).statusCode(201));
  }

  /** An upload of which only the begin comes. */
  private static void begin(Socket socket) throws IOException {
    String head =
        "POST /v1/uploads HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
            + NDJSON
            + "\r\nContent-Length: 1000\r\nAuthorization: Bearer "
            + EmbeddedServices.current().token(TENANT, "operator")
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(' ');
    socket.getOutputStream().flush();
  }

  private static List<String> states() {
    return operator().get("/v1/uploads?limit=1000").then().extract().path("items.state");
  }

  @Test
  void holdsEveryOtherBodyToTheSmallerLimit() {
    String large = "{\"direction\":\"" + "x".repeat(11 << 20) + "\"}";
    operator()
        .body(large)
        .put("/v1/accounting-points/" + Feed.point(7008))
        .then()
        .statusCode(413)
        .body("code", equalTo("PLATFORM-0009"));
  }
}
