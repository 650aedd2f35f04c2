package org.nachbarstrom.metering.comparison.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.comparison.ComparisonTally;
import org.nachbarstrom.metering.comparison.Difference;
import org.nachbarstrom.quantities.Energy;

/** Cells to be disputed, one line each, in kWh with six places; empty where a side has nothing. */
final class DisputeCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "interval_start",
              "accounting_point",
              "operator_kwh",
              "ours_kwh",
              "difference_kwh",
              "cause",
              "concerned")
          .get();
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

  private DisputeCsv() {}

  static String of(ComparisonTally tally) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (Difference difference : tally.differences()) {
        csv.printRecord(
            difference.start(),
            difference.accountingPoint(),
            kwh(difference.operator()),
            kwh(difference.ours()),
            kwh(difference.milliWattHours()),
            difference.cause(),
            harmless(Objects.requireNonNullElse(difference.concerned(), "")));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** A spreadsheet takes a text that begins like a formula for one, so it gets an apostrophe. */
  static String harmless(String text) {
    return FORMULA.matcher(text).find() ? "'" + text : text;
  }

  private static String kwh(@Nullable Long milliWattHours) {
    return milliWattHours == null
        ? ""
        : Energy.ofMilliWattHours(milliWattHours).toKilowattHours().toPlainString();
  }
}
