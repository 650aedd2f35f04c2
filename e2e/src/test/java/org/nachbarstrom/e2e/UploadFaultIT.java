package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nachbarstrom.suite.client.RefusedByService;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.client.ServiceUnreachable;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.launch.Supervisor;

/**
 * The metering service is killed while it writes an upload: 2 500 days of four values, n · 10⁻⁶ kWh
 * on day n, so 4 · 2 500 · 2 501 / 2 = 12 505 000 altogether.
 */
class UploadFaultIT {
  private static final String TENANT = "killed-while-uploading";
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
  private static final int DAYS = 2_500;
  private static final int VALUES = 4 * DAYS;
  private static final MeteringTables.Values ALL = new MeteringTables.Values(DAYS, 1, 12_505_000);

  private final Supervisor installation = Installation.shared();
  private final RestApi api = new Utility(installation, TENANT).api();

  @TempDir Path folder;

  @Test
  void writesEveryValueOnceWhenTheSameIsSentAgain() throws IOException, SQLException {
    Path file = Files.writeString(folder.resolve("lines"), lines());
    try (MeteringTables tables = new MeteringTables(installation.database("metering"), TENANT)) {
      long committed = 4 * killWhileWriting(file, tables);
      installation.restart("metering");

      // Nobody knows yet that the one who was writing is dead.
      String id = onlyUpload();
      assertUpload(upload(id), "WRITING", committed, 0);
      assertThatThrownBy(() -> send(file))
          .isInstanceOfSatisfying(
              RefusedByService.class, refused -> assertThat(refused.status()).isEqualTo(409));
      tables.execute("update upload set alive_at = alive_at - interval '91 seconds'");
      assertUpload(upload(id), "INTERRUPTED", committed, 0);

      RestApi.Answer answer = send(file);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().path("id").asText()).isEqualTo(id);
      assertUpload(answer.body(), "COMPLETED", VALUES - committed, committed);
      assertThat(tables.values()).isEqualTo(ALL);

      assertUpload(send(file).body(), "COMPLETED", VALUES - committed, committed);
      assertThat(tables.values()).isEqualTo(ALL);
    }
  }

  /** Answers how many days were written. */
  private long killWhileWriting(Path file, MeteringTables tables) throws SQLException {
    CompletableFuture<RestApi.Answer> upload = CompletableFuture.supplyAsync(() -> send(file));
    while (tables.number("select count(*) from series_day_block") == 0) {
      assertThat(upload).isNotDone();
    }
    installation.kill("metering");
    assertThatThrownBy(upload::join).hasCauseInstanceOf(ServiceUnreachable.class);
    long days = tables.values().blocks();
    assertThat(days).isBetween(1L, DAYS - 1L);
    return days;
  }

  private RestApi.Answer send(Path file) {
    return api.uploadLines(Stage.METERING, "/v1/uploads", file, false);
  }

  private String onlyUpload() {
    JsonNode uploads = api.get(Stage.METERING, "/v1/uploads").path("items");
    assertThat(uploads).hasSize(1);
    return uploads.path(0).path("id").asText();
  }

  private JsonNode upload(String id) {
    return api.get(Stage.METERING, "/v1/uploads/" + id);
  }

  private static void assertUpload(JsonNode upload, String state, long added, long unchanged) {
    assertThat(upload.path("state").asText()).as(upload.toString()).isEqualTo(state);
    assertThat(upload.path("lines").asLong()).isEqualTo(DAYS);
    JsonNode values = upload.path("values");
    assertThat(values.path("added").asLong()).as(upload.toString()).isEqualTo(added);
    assertThat(values.path("unchanged").asLong()).isEqualTo(unchanged);
    assertThat(values.path("changed").asLong()).isZero();
    assertThat(values.path("outdated").asLong()).isZero();
  }

  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int n = 1; n <= DAYS; n++) {
      List<BigDecimal> values = Collections.nCopies(4, BigDecimal.valueOf(n, 6));
      lines.append(MeterLines.values(Lane.ADA, "CONSUMPTION", FIRST.plusDays(n - 1L), values));
    }
    return lines.toString();
  }
}
