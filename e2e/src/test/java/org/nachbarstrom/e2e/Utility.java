package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.client.ServiceUnreachable;
import org.nachbarstrom.suite.declaration.ApplyDeclaration;
import org.nachbarstrom.suite.declaration.Declaration;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.launch.Supervisor;
import org.nachbarstrom.suite.road.ImportFiles;

/** A tenant of the installation, doing what its people would do on the command line. */
final class Utility {
  static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String tenant;
  private final RestApi api;

  Utility(Supervisor installation, String tenant) {
    this.tenant = tenant;
    this.api =
        new RestApi(
            stage -> installation.url(stage.key()).toString(),
            () -> installation.token(tenant, "operator"));
  }

  RestApi api() {
    return api;
  }

  String tenant() {
    return tenant;
  }

  /** Applies a declaration of the scenario. */
  void declare(String yaml) {
    new ApplyDeclaration(api).apply(Declaration.parse(yaml), (step, outcome) -> {});
  }

  /** Imports an interchange; answers the HTTP status. */
  ImportFiles.Imported bring(String interchange) {
    try {
      Path file = Files.createTempFile("interchange", ".edi");
      Files.writeString(file, interchange, StandardCharsets.ISO_8859_1);
      try {
        return new ImportFiles(api).importFile(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Imports an interchange of which every message must be accepted. */
  void bringAccepted(Mscons interchange) {
    ImportFiles.Imported imported = bring(interchange.text());
    assertThat(imported.answer().path("state").asText())
        .as(imported.answer().toString())
        .isEqualTo("ACCEPTED");
  }

  /** Asks for a closing; answers its id. */
  String close(String community, String from, String to) {
    return api.post(
            Stage.METERING,
            "/v1/closings",
            JsonNodeFactory.instance
                .objectNode()
                .put("community", community)
                .put("from", from)
                .put("to", to))
        .body()
        .path("id")
        .asText();
  }

  JsonNode closing(String id) {
    return api.get(Stage.METERING, "/v1/closings/" + id);
  }

  /** The run of a closing version, if settlement has heard of it. */
  Optional<JsonNode> run(String closing, int version) {
    return api.list(Stage.SETTLEMENT, "/v1/runs?closing=" + closing).stream()
        .filter(run -> run.path("version").asInt() == version)
        .findFirst();
  }

  /**
   * Waits until a closing version is cleared and answers its run; services may be down on the way.
   */
  JsonNode awaitCleared(String closing, int version) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptionsInstanceOf(ServiceUnreachable.class)
        .untilAsserted(() ->
            assertThat(run(closing, version).map(run -> run.path("state").asText()))
                .as(() -> "closing " + closing(closing) + " runs " + run(closing, version))
                .contains("CLEARED"));
    return run(closing, version).orElseThrow();
  }

  JsonNode statement(String party) {
    return api.get(Stage.SETTLEMENT, "/v1/statements/" + party);
  }

  JsonNode batch(String id) {
    return api.get(Stage.SETTLEMENT, "/v1/booking-batches/" + id);
  }

  JsonNode ledger() {
    return api.get(Stage.CLEARING, "/v1/ledger?limit=1000");
  }

  /** Value balances in 10⁻⁶ EUR by account key; positive: the account is owed money. */
  Map<String, Long> balances() {
    Map<String, Long> balances = new TreeMap<>();
    ledger()
        .path("items")
        .forEach(account ->
            balances.put(
                account.path("key").asText(), account.path("valueBalanceMicroEuro").asLong()));
    return balances;
  }

  /** Ledger, journal and chain say the same, and nothing came from nowhere. */
  void assertBooksAgree() {
    JsonNode totals = ledger().path("totals");
    assertThat(totals.path("valueBalanceMicroEuro").asLong(-1)).isZero();
    assertThat(totals.path("energyBalanceMilliWattHours").asLong(-1)).isZero();
    JsonNode reconciliation =
        api.post(Stage.CLEARING, "/v1/reconciliations", MissingNode.getInstance()).body();
    assertThat(reconciliation.path("result").asText())
        .as(reconciliation.toString())
        .isEqualTo("AGREED");
    assertThat(reconciliation.path("batchesCompared").asInt()).isPositive();
  }

  /** Lines of a CSV answer, header first. */
  List<String> csv(Stage stage, String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    api.download(stage, path, "text/csv", bytes);
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
