package org.nachbarstrom.metering.comparison.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.comparison.ComparisonTally;
import org.nachbarstrom.metering.comparison.Difference;
import org.nachbarstrom.quantities.Energy;

/** Cells to be disputed, one line each, in kWh with six places; empty where a side has nothing. */
final class DisputeCsv {
  private static final String HEADER =
      "interval_start,accounting_point,operator_kwh,ours_kwh,difference_kwh,cause,concerned\n";

  private DisputeCsv() {}

  static String of(ComparisonTally tally) {
    StringBuilder text = new StringBuilder(HEADER);
    for (Difference difference : tally.differences()) {
      text.append(difference.start()).append(',').append(difference.accountingPoint());
      text.append(',').append(kwh(difference.operator()));
      text.append(',').append(kwh(difference.ours()));
      text.append(',').append(kwh(difference.milliWattHours()));
      text.append(',').append(difference.cause());
      text.append(',').append(Objects.requireNonNullElse(difference.concerned(), "")).append('\n');
    }
    return text.toString();
  }

  private static String kwh(@Nullable Long milliWattHours) {
    return milliWattHours == null
        ? ""
        : Energy.ofMilliWattHours(milliWattHours).toKilowattHours().toPlainString();
  }
}
