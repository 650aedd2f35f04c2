package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nachbarstrom.suite.client.RefusedByService;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.launch.Supervisor;

/**
 * The metering service is killed while it erases. Its tenant keeps values a year, so from the UTC
 * day on in which the local day begins that lies a year before today. Seven points have 10⁻⁶ kWh on
 * each of the 800 days before, and 10, 20 and 30 · 10⁻⁶ kWh on that day and the next ones: 7 · 60.
 */
class ErasureFaultIT {
  private static final String TENANT = "killed-while-erasing";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> POINTS =
      List.of(
          "50000000013",
          "50000000021",
          "50000000039",
          "50000000047",
          "50000000055",
          "50000000063",
          "50000000071");
  private static final String CONSUMER = "50000000089";
  private static final String PRODUCER = "50000000097";
  private static final String METERING_POINT = "DE0000010000100000000000000000M01";
  private static final int DAYS_BEFORE = 800;

  /** Those of the seven points; the closing's local day lies on two UTC days for two points. */
  private static final long BLOCKS_BEFORE = 7 * DAYS_BEFORE + 2 * 2;

  private static final long BLOCKS_AFTER = 7 * 3;

  private final LocalDate keptFrom =
      LocalDate.ofInstant(
          LocalDate.now(BERLIN).minusYears(1).atStartOfDay(BERLIN).toInstant(), ZoneOffset.UTC);

  private final Supervisor installation = Installation.shared();
  private final Utility utility = new Utility(installation, TENANT);
  private final RestApi api = utility.api();

  @TempDir Path folder;

  @Test
  void erasesTheRestAndNothingElseAfterItWasKilled() throws IOException, SQLException {
    try (MeteringTables tables = new MeteringTables(installation.database("metering"), TENANT)) {
      String closing = give(tables);
      JsonNode before = utility.closing(closing);
      killWhileErasing(tables);
      installation.restart("metering");

      JsonNode run = awaitFinished();
      assertThat(run.path("keptFrom").asText()).isEqualTo(keptFrom + "T00:00:00Z");
      JsonNode erased = run.path("erased");
      assertThat(erased.path("series_day_block").asLong()).isEqualTo(BLOCKS_BEFORE);
      assertThat(erased.path("reading").asLong()).isEqualTo(2);
      assertThat(tables.values()).isEqualTo(new MeteringTables.Values(BLOCKS_AFTER, 1, 7 * 60));
      assertThat(tables.number("select count(*) from reading")).isEqualTo(1);
      assertSealed(before, utility.closing(closing));
    }
  }

  /** Answers a closing of a local day before; the tenant's own turn of today counts as over. */
  private String give(MeteringTables tables) throws IOException, SQLException {
    tables.execute(
        "insert into retention_schedule values ('%s', now() + interval '1 day')".formatted(TENANT));
    LocalDate closed = keptFrom.minusDays(100);
    Path file = Files.writeString(folder.resolve("lines"), lines(closed));
    api.uploadLines(Stage.METERING, "/v1/uploads", file, false);
    assertThat(tables.values().blocks()).isEqualTo(BLOCKS_BEFORE + BLOCKS_AFTER);
    for (String point : List.of(CONSUMER, PRODUCER)) {
      api.put(
          Stage.METERING,
          "/v1/accounting-points/" + point,
          Utility.json("{\"direction\":\"%s\"}".formatted(direction(point))));
    }
    api.put(
        Stage.METERING,
        "/v1/communities/old",
        Utility.json(
            """
            {"name":"Old","zone":"Europe/Berlin",
             "keys":[{"from":"2000-01-01","method":"PROPORTIONAL"}],
             "members":[
               {"accountingPoint":"%s","direction":"CONSUMPTION","from":"2000-01-01"},
               {"accountingPoint":"%s","direction":"GENERATION","from":"2000-01-01"}]}
            """
                .formatted(CONSUMER, PRODUCER)));
    String closing = utility.close("old", closed.toString(), closed.plusDays(1).toString());
    await()
        .atMost(Utility.PATIENCE)
        .until(() -> utility.closing(closing).path("state").asText().equals("CLOSED"));
    return closing;
  }

  private static String direction(String point) {
    return point.equals(PRODUCER) ? "GENERATION" : "CONSUMPTION";
  }

  private String lines(LocalDate closed) {
    StringBuilder lines = new StringBuilder();
    for (String point : POINTS) {
      for (int n = -DAYS_BEFORE; n < 3; n++) {
        BigDecimal value = BigDecimal.valueOf(n < 0 ? 1 : 10 * (n + 1L), 6);
        LocalDate day = keptFrom.plusDays(n);
        lines.append(MeterLines.values(point, direction(point), day, List.of(value)));
      }
    }
    Instant start = closed.atStartOfDay(BERLIN).toInstant();
    Instant end = closed.plusDays(1).atStartOfDay(BERLIN).toInstant();
    int quarterHours = (int) Duration.between(start, end).dividedBy(Duration.ofMinutes(15));
    for (String point : List.of(CONSUMER, PRODUCER)) {
      BigDecimal value = new BigDecimal(point.equals(CONSUMER) ? "0.003" : "0.001");
      lines.append(
          MeterLines.values(
              point, direction(point), start, Collections.nCopies(quarterHours, value)));
    }
    for (int n : new int[] {-700, -1, 0}) {
      lines.append(MeterLines.reading(METERING_POINT, keptFrom.plusDays(n)));
    }
    return lines.toString();
  }

  /** Some blocks are gone, and readings cannot be, when it dies. */
  private void killWhileErasing(MeteringTables tables) throws SQLException {
    try (MeteringTables other = new MeteringTables(installation.database("metering"), TENANT)) {
      other.execute("begin");
      other.execute("lock table reading in share mode");
      api.post(Stage.METERING, "/v1/retention-runs", MissingNode.getInstance());
      String count = "select count(*) from series_day_block";
      await()
          .atMost(Utility.PATIENCE)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> tables.number(count) < BLOCKS_BEFORE + BLOCKS_AFTER);
      installation.kill("metering");
    }
    assertThat(tables.number("select count(*) from reading")).isEqualTo(3);
    assertThat(tables.number("select count(*) from retention_run where finished_at is null"))
        .isEqualTo(1);
  }

  private JsonNode awaitFinished() {
    await().atMost(Utility.PATIENCE).until(() -> runs().path(0).path("finishedAt").isTextual());
    assertThat(runs()).hasSize(1);
    return runs().path(0);
  }

  private JsonNode runs() {
    return api.get(Stage.METERING, "/v1/retention-runs").path("items");
  }

  /** It is found again by its lists, and its quarter-hours are not taken for zero. */
  private void assertSealed(JsonNode before, JsonNode after) {
    assertThat(after.path("version").asInt()).isEqualTo(1);
    assertThat(after.path("controlTotals")).isEqualTo(before.path("controlTotals"));
    assertThat(after.path("inputsSha256")).isEqualTo(before.path("inputsSha256"));
    String path = "/v1/closings/" + after.path("id").asText() + "/reproduction";
    JsonNode reproduction = api.get(Stage.METERING, path);
    assertThat(reproduction.path("from").asText()).isEqualTo("LISTS");
    assertThat(reproduction.path("equal").asBoolean()).isTrue();
    LocalDate day = keptFrom.minusDays(100);
    String allocation =
        "/v1/communities/old/allocation?from=%s&to=%s".formatted(day, day.plusDays(1));
    assertThatThrownBy(() -> api.get(Stage.METERING, allocation))
        .isInstanceOfSatisfying(
            RefusedByService.class, refused -> assertThat(refused.status()).isEqualTo(410));
  }
}
