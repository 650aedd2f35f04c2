package org.nachbarstrom.metering.closing.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingVersion;
import org.nachbarstrom.metering.closing.MemberEnergy;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.EnergyDirection;

/** Body of {@code metering.member-energy.v1}, see its schema. */
record MemberEnergyEvent(
    ClosingHeader closing,
    String accountingPoint,
    EnergyDirection direction,
    boolean provisional,
    List<Day> days,
    List<Supplier> suppliers) {

  static MemberEnergyEvent of(Closing closing, ClosingVersion version, MemberEnergy member) {
    // A day is written once, not again for each of a hundred suppliers.
    Map<LocalDate, String> texts = new HashMap<>();
    Function<LocalDate, String> text = day -> texts.computeIfAbsent(day, LocalDate::toString);
    return new MemberEnergyEvent(
        ClosingHeader.of(closing, version),
        member.accountingPoint().value(),
        member.direction(),
        member.provisional(),
        member.days().stream()
            .map(day -> Day.of(member.direction(), day, text.apply(day.day())))
            .toList(),
        member.suppliers().entrySet().stream()
            .map(entry ->
                new Supplier(
                    entry.getKey().value(),
                    entry.getValue().stream()
                        .map(quantity ->
                            new Quantity(text.apply(quantity.day()), quantity.milliWattHours()))
                        .toList()))
            .toList());
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Day(
      String day,
      @Nullable Long consumptionMilliWattHours,
      @Nullable Long allocatedMilliWattHours,
      @Nullable Long residualMilliWattHours,
      @Nullable Long generationMilliWattHours,
      @Nullable Long sharedMilliWattHours,
      @Nullable Long surplusMilliWattHours,
      @Nullable Integer participationPercent,
      @Nullable Boolean leading) {
    static Day of(EnergyDirection direction, MemberEnergy.Day day, String text) {
      int percent = day.participationPercent();
      Integer part = percent == Member.FULL_PARTICIPATION ? null : percent;
      Boolean leads = day.leading() ? null : Boolean.FALSE;
      long total = day.metered();
      return switch (direction) {
        case CONSUMPTION ->
            new Day(text, total, day.shared(), day.rest(), null, null, null, part, leads);
        case GENERATION ->
            new Day(text, null, null, null, total, day.shared(), day.rest(), part, leads);
      };
    }
  }

  record Supplier(String accountingPoint, List<Quantity> days) {}

  record Quantity(String day, long quantityMilliWattHours) {}
}
