package org.nachbarstrom.metering.sharing.rest;

import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.sharing.AllocationRow;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.EnergyDirection;

/** Allocations as comma-separated kilowatt-hours with six places; empty where nothing applies. */
final class AllocationCsv {
  static final String HEADER =
      "interval_start,accounting_point,consumption_kwh,share_kwh,allocated_kwh,residual_kwh,"
          + "generation_kwh,shared_kwh,surplus_kwh\n";

  private AllocationCsv() {}

  static String rows(CommunityDay day) {
    StringBuilder text = new StringBuilder();
    AllocationRow.of(day).forEach(row -> append(text, row));
    return text.toString();
  }

  private static void append(StringBuilder text, AllocationRow row) {
    boolean consumer = row.direction() == EnergyDirection.CONSUMPTION;
    text.append(row.start()).append(',').append(row.accountingPoint());
    cell(text, consumer ? row.metered() : null);
    cell(text, row.share());
    cell(text, consumer ? row.shared() : null);
    cell(text, consumer ? row.rest() : null);
    cell(text, consumer ? null : row.metered());
    cell(text, consumer ? null : row.shared());
    cell(text, consumer ? null : row.rest());
    text.append('\n');
  }

  private static void cell(StringBuilder text, @Nullable Long milliWattHours) {
    text.append(',');
    if (milliWattHours != null) {
      text.append(Energy.ofMilliWattHours(milliWattHours).toKilowattHours().toPlainString());
    }
  }
}
