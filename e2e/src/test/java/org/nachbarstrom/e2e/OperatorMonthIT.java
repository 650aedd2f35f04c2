package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.suite.launch.Stage;

/** A real month against the network operator's own numbers; see the scenario's README. */
class OperatorMonthIT {
  private static final BigDecimal CELL = new BigDecimal("0.000001");
  private static final BigDecimal MONTH = new BigDecimal("0.001");
  private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

  private final Utility utility = new Utility(Installation.shared(), "operator-month");

  @Test
  void agreesWithTheOperatorFromFileToLedger() throws IOException {
    Path interchange = Scenario.shared("community/august-2023.edi").orElse(Path.of(""));
    assumeTrue(Files.isRegularFile(interchange), "reference material is not beside the checkout");
    utility.declare(Scenario.text("operator-month/given/community.yaml"));
    String file = Files.readString(interchange, StandardCharsets.ISO_8859_1);
    JsonNode answer = utility.bring(file).answer();
    assertThat(answer.path("state").asText()).isEqualTo("ACCEPTED");
    assertThat(answer.path("messages")).hasSize(9);

    String closing = utility.close("august", "2023-08-01", "2023-09-01");
    JsonNode run = utility.awaitCleared(closing, 1);

    assertCells();
    assertStatements();
    utility.assertBooksAgree();
    assertThat(utility.batch(run.path("batch").asText()).path("state").asText())
        .isEqualTo("CLEARED");
    assertThat(utility.bring(file).status()).as("the same file again").isEqualTo(409);
  }

  /**
   * Every share and allocation of a quarter-hour with generation is the operator's, to one unit.
   */
  private void assertCells() throws IOException {
    Map<String, String> points = new HashMap<>();
    Scenario.rows(Scenario.text("operator-month/then/statements.csv").lines().toList())
        .forEach(row -> points.put(row.get("member"), row.get("accounting_point")));
    Map<String, Scenario.Row> ours = new HashMap<>();
    Scenario.rows(
            utility.csv(
                Stage.METERING, "/v1/communities/august/allocation?from=2023-08-01&to=2023-09-01"))
        .forEach(
            row -> ours.put(row.get("interval_start") + " " + row.get("accounting_point"), row));
    assertThat(ours).hasSize(9 * 2976);
    Path oracle = Scenario.shared("community/august-2023.csv").orElseThrow();
    int cells = 0;
    for (Scenario.Row theirs : Scenario.rows(Files.readAllLines(oracle))) {
      Instant start = LocalDateTime.parse(theirs.get("local_start")).atZone(ZONE).toInstant();
      if (generation(theirs).signum() == 0) {
        continue;
      }
      for (String consumer : List.of("C01", "C02", "C03", "C04", "C05")) {
        Scenario.Row cell = Objects.requireNonNull(ours.get(start + " " + points.get(consumer)));
        assertCell(cell.get("share_kwh"), theirs.get(consumer + "_share_kwh"));
        assertCell(cell.get("allocated_kwh"), theirs.get(consumer + "_allocated_kwh"));
        cells++;
      }
    }
    assertThat(cells).as("consumers times quarter-hours with generation").isEqualTo(13_240);
  }

  private static BigDecimal generation(Scenario.Row row) {
    return row.cells().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("_generation_kwh"))
        .map(entry -> new BigDecimal(entry.getValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void assertCell(String ours, String theirs) {
    assertThat(new BigDecimal(ours)).isCloseTo(new BigDecimal(theirs), within(CELL));
  }

  private void assertStatements() {
    Map<String, Long> balances = utility.balances();
    for (Scenario.Row row :
        Scenario.rows(Scenario.text("operator-month/then/statements.csv").lines().toList())) {
      String party = row.get("member").toLowerCase(java.util.Locale.ROOT);
      JsonNode statement = utility.statement(party);
      JsonNode energy = statement.path("energy");
      assertKwh(energy.path("consumedMilliWattHours"), row.get("consumption_kwh"));
      assertKwh(energy.path("sharedMilliWattHours"), row.get("allocated_kwh"));
      assertKwh(energy.path("residualMilliWattHours"), row.get("residual_kwh"));
      assertKwh(energy.path("fedInMilliWattHours"), row.get("generation_kwh"));
      assertKwh(energy.path("sharedSoldMilliWattHours"), row.get("shared_kwh"));
      assertKwh(energy.path("surplusMilliWattHours"), row.get("surplus_kwh"));
      assertAmount(statement, "SHARED_ENERGY", row.get("shared_eur"), "0.11");
      assertAmount(statement, "RESIDUAL_ENERGY", row.get("residual_eur"), "0.28");
      assertAmount(statement, "BASE_FEE", row.get("base_fee_eur"), "0");
      assertAmount(statement, "SURPLUS_ENERGY", row.get("surplus_eur"), "0.079");
      assertAmount(statement, "VAT", row.get("vat_eur"), "0.0532");
      // A statement says what the party owes, the ledger what the account is owed.
      BigDecimal balance = new BigDecimal(row.get("balance_eur")).negate();
      assertThat(new BigDecimal(statement.at("/totals/balanceEuro").asText()))
          .as(party)
          .isCloseTo(balance, within(new BigDecimal("0.0005")));
      assertThat(balances.get(row.get("accounting_point") + "/" + party))
          .isEqualTo(-statement.at("/totals/balanceMicroEuro").asLong());
    }
  }

  private static void assertKwh(JsonNode milliWattHours, String kwh) {
    BigDecimal expected = kwh.isEmpty() ? BigDecimal.ZERO : new BigDecimal(kwh);
    assertThat(BigDecimal.valueOf(milliWattHours.asLong(), 6)).isCloseTo(expected, within(MONTH));
  }

  /** The sum of the component's lines; 0.001 kWh of rounding may make price times that much. */
  private static void assertAmount(
      JsonNode statement, String component, String euro, String pricePerKwh) {
    BigDecimal expected = euro.isEmpty() ? BigDecimal.ZERO : new BigDecimal(euro);
    BigDecimal sum =
        StreamSupport.stream(statement.path("lines").spliterator(), false)
            .filter(line -> line.path("component").asText().equals(component))
            .map(line -> BigDecimal.valueOf(line.path("amountMicroEuro").asLong(), 6))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    // One more 10⁻⁶ EUR per line for the rounding of each.
    BigDecimal tolerance =
        new BigDecimal(pricePerKwh).multiply(MONTH).add(new BigDecimal("0.000005"));
    assertThat(sum).as(component).isCloseTo(expected, within(tolerance));
  }
}
