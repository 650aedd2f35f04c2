package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;

/** A party's statement as text. */
final class StatementTables {

  private StatementTables() {}

  /** All lines, then what is to be paid. */
  static void print(Context context, JsonNode statement) {
    context
        .out()
        .println(
            "Statement of %s (%s)"
                .formatted(
                    statement.at("/party/name").asText(), statement.at("/party/id").asText()));
    for (JsonNode closing : statement.path("closings")) {
      context
          .out()
          .println(
              "  %s, %s to %s (exclusive), version %s%s"
                  .formatted(
                      closing.path("community").asText(),
                      closing.path("from").asText(),
                      closing.path("to").asText(),
                      closing.path("version").asText(),
                      closing.path("provisional").asBoolean() ? ", provisional" : ""));
    }
    context.out().println();
    context.print(lines(statement.path("lines")));
    context.out().println();
    context.out().println(total(statement.path("totals")));
    context.out().flush();
  }

  private static TextTable lines(JsonNode lines) {
    TextTable table =
        new TextTable(
            "accounting point",
            "component",
            "from or to",
            "days",
            ">quantity",
            "unit",
            ">price",
            "",
            ">EUR");
    for (JsonNode line : lines) {
      table.row(
          line.path("accountingPoint").asText(),
          line.path("component").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
          line.path("counterparty").asText(),
          line.path("from").asText() + " to " + line.path("to").asText(),
          plain(line.path("quantity")),
          line.path("unit").asText(),
          plain(line.path("price")),
          unit(line.path("priceUnit").asText()),
          (line.path("side").asText().equals("CREDIT") ? "-" : "")
              + Figures.euro(line.path("amountMicroEuro")));
    }
    return table;
  }

  private static String plain(JsonNode decimal) {
    return new BigDecimal(decimal.asText("0")).toPlainString();
  }

  private static String unit(String unit) {
    return switch (unit) {
      case "CT_PER_KWH" -> "ct/kWh";
      case "EUR_PER_DAY" -> "EUR/day";
      case "PERCENT" -> "%";
      default -> unit;
    };
  }

  private static String total(JsonNode totals) {
    return "charged %s EUR, credited %s EUR, balance %s EUR: %s"
        .formatted(
            Figures.euro(totals.path("chargedMicroEuro")),
            Figures.euro(totals.path("creditedMicroEuro")),
            Figures.euro(totals.path("balanceMicroEuro")),
            payable(totals));
  }

  /** What is to be paid, from the party's point of view. */
  static String payable(JsonNode totals) {
    BigDecimal euro = BigDecimal.valueOf(totals.path("payableCents").asLong(), 2);
    String sum = String.format(Locale.ROOT, "%,.2f EUR", euro.abs());
    return switch (euro.signum()) {
      case 1 -> "pays " + sum;
      case -1 -> "gets " + sum;
      default -> "nothing to pay";
    };
  }
}
