package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and JSON as people read them. */
final class Figures {

  private static final int DECIMALS = 6;

  private Figures() {}

  /** 10⁻⁶ kWh as kWh with three decimals. */
  static String kilowattHours(long milliWattHours) {
    return decimal(milliWattHours, 3);
  }

  /** 10⁻⁶ kWh as kWh with three decimals; empty if the field is missing. */
  static String kilowattHours(JsonNode milliWattHours) {
    return present(milliWattHours) ? kilowattHours(milliWattHours.asLong()) : "";
  }

  /** 10⁻⁶ EUR as EUR with all six decimals. */
  static String euro(long microEuro) {
    return decimal(microEuro, DECIMALS);
  }

  /** 10⁻⁶ EUR as EUR with all six decimals; empty if the field is missing. */
  static String euro(JsonNode microEuro) {
    return present(microEuro) ? euro(microEuro.asLong()) : "";
  }

  private static boolean present(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  private static String decimal(long millionths, int decimals) {
    BigDecimal value = BigDecimal.valueOf(millionths, DECIMALS);
    return String.format(
        Locale.ROOT, "%,." + decimals + "f", value.setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /** Milliseconds as seconds with two decimals. */
  static String seconds(long millis) {
    return "%,.2f".formatted(millis / 1000.0);
  }

  /** A JSON object in one line of words; its sentence if it has one. */
  static String words(JsonNode node) {
    if (node.isValueNode()) {
      return node.asText();
    }
    List<String> parts = new ArrayList<>();
    node.properties()
        .forEach(entry -> {
          if (!entry.getValue().isNull()) {
            parts.add(
                entry.getKey().equals("detail") || entry.getKey().equals("code")
                    ? words(entry.getValue())
                    : entry.getKey() + " " + words(entry.getValue()));
          }
        });
    if (node.isArray()) {
      node.forEach(element -> parts.add(words(element)));
    }
    return String.join(", ", parts);
  }
}
