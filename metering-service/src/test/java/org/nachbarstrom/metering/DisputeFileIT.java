package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

/**
 * 25 October 2026, 100 quarter-hours: A uses 0.3, the roof feeds in 0.2, all of it for A. The
 * operator says 0.25 at 2:00 summer time, 0.15 at 2:00 winter time, 0.200001 at midnight, nothing
 * at 0:15, else 0.2.
 */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class DisputeFileIT {
  private static final String TENANT = "streitwerk";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Instant START = Instant.parse("2026-10-24T22:00:00Z");
  private static final String A = Feed.point(1);
  private static final String ROOF = Feed.point(2);

  @TempDir Path folder;

  private static void give() throws SQLException {
    try (BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
        Road road = new Road(TENANT, broker)) {
      for (Map.Entry<String, String> point : Map.of(A, CONSUMPTION, ROOF, GENERATION).entrySet()) {
        as(TENANT, "operator")
            .body(Map.of("direction", point.getValue()))
            .put("/v1/accounting-points/" + point.getKey())
            .then()
            .statusCode(200);
      }
      as(TENANT, "operator")
          .body(
              Map.of(
                  "name",
                  "=1+1",
                  "zone",
                  "Europe/Berlin",
                  "keys",
                  List.of(Map.of("from", "2026-01-01", "method", "PROPORTIONAL")),
                  "members",
                  List.of(Api.member(A, CONSUMPTION), Api.member(ROOF, GENERATION))))
          .put("/v1/communities/herbst")
          .then()
          .statusCode(200);
      send(road, A, CONSUMPTION, 300_000);
      send(road, ROOF, GENERATION, 200_000);
    }
  }

  private static void send(Road road, String point, String direction, long milliWattHours) {
    String body = Feed.constant(point, direction, START.toString(), 100, milliWattHours);
    road.send(new RoadMessages.Event(Feed.ADDRESS, new JsonObject(body)));
  }

  private static String operatorFile() {
    Map<Integer, String> others = Map.of(0, "0.200001", 8, "0.25", 12, "0.15");
    StringBuilder file = new StringBuilder("interval_start,accounting_point,allocated_kwh\n");
    for (int i = 0; i < 100; i++) {
      if (i != 1) {
        file.append(START.plusSeconds(900L * i)).append(',').append(A);
        file.append(',').append(others.getOrDefault(i, "0.2")).append('\n');
      }
    }
    return file.toString();
  }

  /** The same numbers in cells: times as dates, energies as numbers. */
  private static byte[] operatorWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Zuteilung");
      List<String> lines = operatorFile().lines().toList();
      for (int row = 0; row < lines.size(); row++) {
        String[] cells = lines.get(row).split(",", -1);
        if (row == 0) {
          sheet.value(row, 0, cells[0]);
          sheet.value(row, 2, cells[2]);
        } else {
          sheet.value(row, 0, LocalDateTime.ofInstant(Instant.parse(cells[0]), ZoneOffset.UTC));
          sheet.style(row, 0).format("dd.mm.yyyy hh:mm").set();
          sheet.value(row, 2, new BigDecimal(cells[2]));
        }
        sheet.value(row, 1, cells[1]);
      }
    }
    return bytes.toByteArray();
  }

  private static ValidatableResponse compare(String accepted, String file) {
    return compare(as(TENANT, "viewer").contentType("text/csv").accept(accepted).body(file));
  }

  private static ValidatableResponse compare(RequestSpecification request) {
    return request.post("/v1/communities/herbst/comparison?from=2026-10-25&to=2026-10-26").then();
  }

  private static String texts(Row row) {
    return row.stream().map(DisputeFileIT::text).collect(Collectors.joining("|"));
  }

  /** Numbers as numbers, so that a text with digits is told from them. */
  private static String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    return switch (cell.getType()) {
      case NUMBER ->
          Optional.ofNullable(cell.getDataFormatString())
                  .filter(form -> form.contains("yy"))
                  .isPresent()
              ? cell.asDate().toString()
              : cell.asNumber().stripTrailingZeros().toPlainString();
      case STRING -> "'" + cell.asString();
      default -> cell.getType().toString();
    };
  }

  @Test
  void writesTheDisputeAsAWorkbookOfNumbers() throws IOException, SQLException {
    give();
    byte[] bytes = compare(XLSX, operatorFile()).statusCode(200).extract().asByteArray();
    try (ReadableWorkbook workbook = open(bytes)) {
      assertQuarterHours(rows(workbook, "Quarter-hours"));
      assertSummary(rows(workbook, "Summary"));
      assertThat(rows(workbook, "About")).contains("'Name|'=1+1");
    }
    assertThat(sheets(bytes)).contains("state=\"frozen\"").doesNotContain("<f>", "<f ");
    compare("application/json", operatorFile()).statusCode(200).body("differences", equalTo(3));
    compare(XLSX, "interval_start,accounting_point,allocated_kwh\n2026-10-24T22:00:00Z,=1+1,0.2\n")
        .statusCode(422)
        .body("code", equalTo("METERING-0070"));
  }

  @Test
  void readsTheOperatorsWorkbookAsItsText() throws IOException, SQLException {
    give();
    byte[] his = operatorWorkbook();
    byte[] bytes =
        compare(as(TENANT, "viewer").contentType(XLSX).accept(XLSX).body(his))
            .statusCode(200)
            .extract()
            .asByteArray();
    try (ReadableWorkbook workbook = open(bytes)) {
      assertQuarterHours(rows(workbook, "Quarter-hours"));
      assertSummary(rows(workbook, "Summary"));
    }
    compare(as(TENANT, "viewer").contentType(XLSX).accept("application/json").body(his))
        .statusCode(200)
        .body("cells", equalTo(100))
        .body("differences", equalTo(3))
        .body("members[0].differenceMilliWattHours", equalTo(199_999));
    compare(as(TENANT, "viewer").contentType(XLSX).accept("text/csv").body(new byte[] {1, 2, 3}))
        .statusCode(422)
        .body("code", equalTo("METERING-0070"));
  }

  @Test
  void answersJsonUnlessSomethingElseIsAskedFor() throws SQLException {
    give();
    compare(as(TENANT, "viewer").contentType("text/csv").body(operatorFile()))
        .statusCode(200)
        .contentType("application/json");
  }

  private static void assertQuarterHours(List<String> rows) {
    assertThat(rows.stream().skip(1).map(row -> row.replace(A, "A")))
        .containsExactly(
            "2026-10-25T00:15|'2026-10-24T22:15:00Z|'A||0.2|0.2|'MEMBERSHIP_DATE|'A",
            "2026-10-25T02:00|'2026-10-25T00:00:00Z|'A|0.25|0.2|-0.05|'OTHER_GENERATION|'",
            "2026-10-25T02:00|'2026-10-25T01:00:00Z|'A|0.15|0.2|0.05|'OTHER_GENERATION|'");
  }

  /** He: 96 · 0.2 + 0.200001 + 0.25 + 0.15 = 19.800001; we: 100 · 0.2. */
  private static void assertSummary(List<String> rows) {
    assertThat(rows.stream().skip(1).map(row -> row.replace(A, "A")))
        .containsExactly(
            "'A|'ALL|100|19.800001|20|0.199999",
            "'A|'ROUNDING|1|||-0.000001|2026-10-25T00:00|2026-10-25T00:00",
            "'A|'MEMBERSHIP_DATE|1|||0.2|2026-10-25T00:15|2026-10-25T00:15",
            "'A|'OTHER_GENERATION|2|||0|2026-10-25T02:00|2026-10-25T02:00");
  }

  private static ReadableWorkbook open(byte[] bytes) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
  }

  private static List<String> rows(ReadableWorkbook workbook, String sheet) throws IOException {
    return workbook.findSheet(sheet).orElseThrow().read().stream()
        .map(DisputeFileIT::texts)
        .toList();
  }

  /** The text of all sheets as they are stored. */
  private String sheets(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("dispute.xlsx"), bytes);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      StringBuilder xml = new StringBuilder();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().contains("worksheets/")) {
          xml.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return xml.toString();
    }
  }
}
