package org.nachbarstrom.metering.sharing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.sharing.AllocationRow;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.metering.sharing.QueryAllocation;
import org.nachbarstrom.quantities.EnergyDirection;

/** Allocations as JSON; what does not apply or is not known is absent. */
record AllocationJson(
    String community,
    String zone,
    LocalDate from,
    LocalDate to,
    Instant asKnownAt,
    List<Day> days) {
  static AllocationJson of(QueryAllocation.Known known, List<Day> days) {
    return new AllocationJson(
        known.community().id(),
        known.community().zone().getId(),
        known.period().from(),
        known.period().end().orElseThrow(),
        known.asKnownAt(),
        days);
  }

  static Day day(CommunityDay day) {
    return new Day(
        day.roster().day(), AllocationRow.of(day).stream().map(AllocationJson::row).toList());
  }

  private static Row row(AllocationRow row) {
    boolean consumer = row.direction() == EnergyDirection.CONSUMPTION;
    return new Row(
        row.start(),
        row.accountingPoint().value(),
        consumer ? row.metered() : null,
        row.share(),
        consumer ? row.shared() : null,
        consumer ? row.rest() : null,
        consumer ? null : row.metered(),
        consumer ? null : row.shared(),
        consumer ? null : row.rest());
  }

  record Day(LocalDate day, List<Row> rows) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      Instant intervalStart,
      String accountingPoint,
      @Nullable Long consumptionMilliWattHours,
      @Nullable Long shareMilliWattHours,
      @Nullable Long allocatedMilliWattHours,
      @Nullable Long residualMilliWattHours,
      @Nullable Long generationMilliWattHours,
      @Nullable Long sharedMilliWattHours,
      @Nullable Long surplusMilliWattHours) {}
}
