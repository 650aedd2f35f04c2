package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.as;
import static org.nachbarstrom.metering.Api.operator;
import static org.nachbarstrom.metering.Api.valuesOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class UploadFileIT {
  private static final String ROWS =
      "Zeit;%s\n28.03.2026 00:00;0,25\n28.03.2026 00:15;0,5\n28.03.2026 00:30;0,75\n";

  private static RequestSpecification form() {
    return as(TENANT, "operator").contentType("multipart/form-data");
  }

  private static ValidatableResponse handIn(String csv) {
    return form()
        .multiPart("file", "werte.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
        .post("/v1/uploads")
        .then();
  }

  private static ValidatableResponse confirm(String id, String query) {
    return operator().post("/v1/uploads/" + id + "/confirmation" + query).then();
  }

  @Test
  void guessesGenerationOfPointsThatAreDeclaredToFeedIn() {
    String roof = Feed.point(7121);
    String flat = Feed.point(7122);
    Api.declare(roof, "GENERATION");
    Api.declare(flat, "CONSUMPTION");
    handIn("Zeit;%s;%s\n28.03.2026 00:00;0,25;0,5\n".formatted(roof, flat))
        .statusCode(201)
        .body("preview.mappingProposed", equalTo(true))
        .body("preview.mapping.series.direction", equalTo(List.of("GENERATION", "CONSUMPTION")))
        .body("preview.series.declared", equalTo(List.of(true, true)));
    handIn("Zeit;Punkt;kWh\n28.03.2026 00:00;%s;0,25\n".formatted(roof))
        .statusCode(201)
        .body("preview.mapping.value.direction", equalTo("GENERATION"))
        .body("preview.series[0].direction", equalTo("GENERATION"));
    // What is used by the roof's own meter is none of what it feeds in.
    handIn("Zeit;%1$s Bezug;%1$s Einspeisung\n28.03.2026 00:00;0,25;0,5\n".formatted(roof))
        .statusCode(201)
        .body("preview.mapping.series.direction", equalTo(List.of("CONSUMPTION", "GENERATION")))
        .body("preview.series.declared", equalTo(List.of(false, true)));
  }

  @Test
  void showsWhatAFileWouldChangeAndWritesItOnceConfirmed() {
    String point = Feed.point(7101);
    Api.declare(point, "CONSUMPTION");
    String first = handIn(ROWS.formatted(point)).statusCode(201).extract().path("id");
    assertThat(valuesOf(point, "")).isEmpty();
    confirm(first, "").statusCode(200).body("state", equalTo("COMPLETED"));
    assertThat(valuesOf(point, "")).containsExactly(250_000, 500_000, 750_000);
    // One value the same, one other, one more.
    String changed = "Zeit;%s\n28.03.2026 00:00;0,25\n28.03.2026 00:15;0,6\n28.03.2026 00:45;1\n";
    String second =
        handIn(changed.formatted(point))
            .statusCode(201)
            .body("state", equalTo("PREVIEWED"))
            .body("preview.mappingProposed", equalTo(true))
            .body("preview.mapping.time.zone", equalTo("Europe/Berlin"))
            .body("preview.columns", equalTo(List.of("Zeit", point)))
            .body("preview.from", equalTo(START))
            .body("preview.to", equalTo("2026-03-28T00:00:00Z"))
            .body("preview.values", equalTo(3))
            .body("preview.added", equalTo(1))
            .body("preview.changing", equalTo(1))
            .body("preview.unchanged", equalTo(1))
            .body("preview.series[0].declared", equalTo(true))
            .body("preview.firstRows[1].row", equalTo(3))
            .body("preview.firstRows[1].energyKilowattHours", equalTo("0.600000"))
            .extract()
            .path("id");
    handIn(changed.formatted(point)).statusCode(200).body("id", equalTo(second));
    assertThat(valuesOf(point, "")).containsExactly(250_000, 500_000, 750_000);
    confirm(second, "")
        .body("values.added", equalTo(1))
        .body("values.changed", equalTo(1))
        .body("values.unchanged", equalTo(1));
    confirm(second, "").statusCode(200).body("values.added", equalTo(1));
    assertThat(valuesOf(point, "")).containsExactly(250_000, 600_000, 750_000, 1_000_000);
  }

  @Test
  void countsAsChangingOnlyWhatCountsByTheTimesOfTheMessages() {
    String point = Feed.point(7106);
    String first = handInMadeAt("2026-04-02T00:00:00Z", ROWS.formatted(point)).extract().path("id");
    confirm(first, "").statusCode(200);
    // Older: one value the same, one other, which does not count, and one more.
    String older =
        "Zeit;%s\n28.03.2026 00:00;0,25\n28.03.2026 00:15;0,6\n28.03.2026 00:45;1\n"
            .formatted(point);
    String second =
        handInMadeAt("2026-04-01T00:00:00Z", older)
            .statusCode(201)
            .body("preview.values", equalTo(3))
            .body("preview.added", equalTo(1))
            .body("preview.changing", equalTo(0))
            .body("preview.unchanged", equalTo(1))
            .body("preview.outdated", equalTo(1))
            .body("preview.series[0].changing", equalTo(0))
            .body("preview.series[0].outdated", equalTo(1))
            .extract()
            .path("id");
    confirm(second, "")
        .body("values.added", equalTo(1))
        .body("values.changed", equalTo(0))
        .body("values.unchanged", equalTo(1))
        .body("values.outdated", equalTo(1));
  }

  private static ValidatableResponse handInMadeAt(String messageTime, String csv) {
    return form()
        .queryParam("messageTime", messageTime)
        .multiPart("file", "werte.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
        .post("/v1/uploads")
        .then();
  }

  @Test
  void writesGoodRowsOfAFileWithWrongOnesOnlyIfToldTo() {
    String point = Feed.point(7102);
    String id =
        handIn(ROWS.formatted(point) + "28.03.2026 00:45;-1\n29.03.2026 02:15;1\n")
            .statusCode(201)
            .body("values.rejected", equalTo(2))
            .body("rejections.line", equalTo(List.of(5, 6)))
            .body("rejections.code", equalTo(List.of("NEGATIVE_VALUE", "TIME_IN_GAP")))
            .extract()
            .path("id");
    confirm(id, "").statusCode(409).body("code", equalTo("METERING-0140"));
    assertThat(valuesOf(point, "")).isEmpty();
    confirm(id, "?acceptRejections=true").statusCode(200).body("values.taken", equalTo(3));
    assertThat(valuesOf(point, "")).hasSize(3);
  }

  @Test
  void dropsAFile() {
    String point = Feed.point(7103);
    String id = handIn(ROWS.formatted(point)).statusCode(201).extract().path("id");
    operator().delete("/v1/uploads/" + id).then().statusCode(204);
    operator().delete("/v1/uploads/" + id).then().statusCode(204);
    confirm(id, "").statusCode(409).body("code", equalTo("METERING-0141"));
    assertThat(valuesOf(point, "")).isEmpty();
    String again = handIn(ROWS.formatted(point)).statusCode(201).extract().path("id");
    confirm(again, "").statusCode(200);
    operator()
        .delete("/v1/uploads/" + again)
        .then()
        .statusCode(409)
        .body("code", equalTo("METERING-0143"));
  }

  @Test
  void takesAMappingBesideTheFile() {
    String point = Feed.point(7104);
    String mapping =
        """
        {"form":"LONG","separator":",","unit":"WH","quality":"MEASURED",
         "time":{"column":"#1","zone":"+01:00","mark":"END"},
         "value":{"column":"wh","accountingPoint":"%s","direction":"CONSUMPTION"}}
        """
            .formatted(point);
    String id =
        form()
            .multiPart(
                "file",
                "werte.csv",
                "t,wh\n2026-03-28T00:15,250\n".getBytes(StandardCharsets.UTF_8))
            .multiPart("mapping", mapping, "application/json")
            .post("/v1/uploads")
            .then()
            .statusCode(201)
            .body("preview.mappingProposed", equalTo(false))
            .body("rejections", hasSize(0))
            .extract()
            .path("id");
    confirm(id, "").statusCode(200);
    assertThat(valuesOf(point, "")).containsExactly(250_000);
    form()
        .multiPart("file", "werte.csv", "t,wh\n".getBytes(StandardCharsets.UTF_8))
        .multiPart("mapping", "{\"form\":\"TALL\"}", "application/json")
        .post("/v1/uploads")
        .then()
        .statusCode(422)
        .body("code", equalTo("METERING-0138"));
  }

  @Test
  void takesAWorkbook() throws IOException {
    String point = Feed.point(7105);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Lastgang");
      sheet.value(0, 0, "Zeit");
      sheet.value(0, 1, point + " kWh");
      sheet.value(1, 0, LocalDateTime.of(2026, 3, 28, 0, 0));
      sheet.value(1, 1, 0.25);
    }
    String id =
        form()
            .multiPart("file", "werte.xlsx", bytes.toByteArray())
            .post("/v1/uploads")
            .then()
            .statusCode(201)
            .body("kind", equalTo("XLSX"))
            .extract()
            .path("id");
    confirm(id, "").statusCode(200);
    assertThat(valuesOf(point, "")).containsExactly(250_000);
  }

  @Test
  void refusesFilesThatAreNone() {
    form()
        .multiPart("file", "werte.pdf", new byte[] {1})
        .post("/v1/uploads")
        .then()
        .statusCode(400)
        .body("code", equalTo("METERING-0131"));
    form()
        .multiPart("file", "werte.xlsx", new byte[] {1, 2, 3})
        .post("/v1/uploads")
        .then()
        .statusCode(422)
        .body("code", equalTo("METERING-0137"));
    String empty = handIn("a;b\nx;y\n").statusCode(201).extract().path("id");
    confirm(empty, "").statusCode(422).body("code", equalTo("METERING-0138"));
    String wrong = "Zeit;51238696781\n28.03.2026 00:00;-1\n";
    String none = handIn(wrong).statusCode(201).extract().path("id");
    confirm(none, "?acceptRejections=true").statusCode(409).body("code", equalTo("METERING-0139"));
  }
}
