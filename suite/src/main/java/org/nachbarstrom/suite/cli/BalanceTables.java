package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The results of a closing and of the ledger as tables. */
final class BalanceTables {

  private BalanceTables() {}

  /** Energy per member of a closing, kWh. */
  static TextTable energy(JsonNode closing) {
    TextTable table =
        new TextTable(
            "accounting point",
            ">consumption",
            ">allocated",
            ">residual",
            ">generation",
            ">shared",
            ">surplus",
            "kWh");
    for (JsonNode member : closing.path("members")) {
      row(table, member.path("accountingPoint").asText(), member);
    }
    row(table, "together", closing.path("controlTotals"));
    return table;
  }

  private static void row(TextTable table, String name, JsonNode sums) {
    JsonNode shared = sums.path("sharedMilliWattHours");
    table.row(
        name,
        Figures.kilowattHours(sums.path("consumptionMilliWattHours")),
        Figures.kilowattHours(sums.path("allocatedMilliWattHours")),
        Figures.kilowattHours(sums.path("residualMilliWattHours")),
        Figures.kilowattHours(sums.path("generationMilliWattHours")),
        Figures.kilowattHours(shared),
        Figures.kilowattHours(sums.path("surplusMilliWattHours")),
        "");
  }

  /** Who supplied whom in a closing, kWh: a row per consumer, a column per producer. */
  static TextTable exchanges(JsonNode closing) {
    TreeSet<String> producers = new TreeSet<>();
    TreeSet<String> consumers = new TreeSet<>();
    for (JsonNode exchange : closing.path("exchanges")) {
      producers.add(exchange.path("producer").asText());
      consumers.add(exchange.path("consumer").asText());
    }
    List<String> heads = new ArrayList<>(List.of("consumer \\ producer"));
    producers.forEach(producer -> heads.add(">" + producer));
    TextTable table = new TextTable(heads.toArray(String[]::new));
    for (String consumer : consumers) {
      List<Object> row = new ArrayList<>(List.of(consumer));
      for (String producer : producers) {
        row.add(Figures.kilowattHours(quantity(closing, consumer, producer)));
      }
      table.row(row.toArray());
    }
    return table;
  }

  private static long quantity(JsonNode closing, String consumer, String producer) {
    long sum = 0;
    for (JsonNode exchange : closing.path("exchanges")) {
      if (exchange.path("consumer").asText().equals(consumer)
          && exchange.path("producer").asText().equals(producer)) {
        sum += exchange.path("quantityMilliWattHours").asLong();
      }
    }
    return sum;
  }

  /** Balances of all accounts; EUR and kWh. */
  static TextTable accounts(Iterable<JsonNode> accounts) {
    TextTable table = new TextTable("account", ">value EUR", ">energy kWh", "number on chain");
    long value = 0;
    long energy = 0;
    for (JsonNode account : accounts) {
      value += account.path("valueBalanceMicroEuro").asLong();
      energy += account.path("energyBalanceMilliWattHours").asLong();
      table.row(
          account.path("key").asText(),
          Figures.euro(account.path("valueBalanceMicroEuro")),
          Figures.kilowattHours(account.path("energyBalanceMilliWattHours")),
          account.path("number").asText());
    }
    table.row("together", Figures.euro(value), Figures.kilowattHours(energy), "");
    return table;
  }
}
