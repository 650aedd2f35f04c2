package org.nachbarstrom.edifact.subscription.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.subscription.MemberQuantities;
import org.nachbarstrom.edifact.subscription.MemberSpan;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/** What this service reads of {@code metering.member-energy.v1}. */
record MemberEnergyEvent(
    @JsonProperty(required = true) ClosingDocument closing,
    @JsonProperty(required = true) String accountingPoint,
    @JsonProperty(required = true) EnergyDirection direction,
    @JsonProperty(required = true) boolean provisional,
    @JsonProperty(required = true) List<Day> days) {
  MemberEnergyEvent {
    Objects.requireNonNull(closing, "closing");
    Objects.requireNonNull(accountingPoint, "accountingPoint");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(days, "days");
  }

  /**
   * Quantities of a day in 10⁻⁶ kWh; those of the other direction are absent.
   *
   * @param participationPercent which part of the point they are of; absent: all of it
   */
  record Day(
      @JsonProperty(required = true) LocalDate day,
      @Nullable Long consumptionMilliWattHours,
      @Nullable Long allocatedMilliWattHours,
      @Nullable Long residualMilliWattHours,
      @Nullable Long generationMilliWattHours,
      @Nullable Long sharedMilliWattHours,
      @Nullable Long surplusMilliWattHours,
      @Nullable Integer participationPercent) {
    Day {
      Objects.requireNonNull(day, "day");
    }

    MemberSpan toSpan(EnergyDirection direction) {
      boolean consumer = direction == EnergyDirection.CONSUMPTION;
      long total = amount(consumer ? consumptionMilliWattHours : generationMilliWattHours);
      long shared = amount(consumer ? allocatedMilliWattHours : sharedMilliWattHours);
      long rest = amount(consumer ? residualMilliWattHours : surplusMilliWattHours);
      if (Math.addExact(shared, rest) != total) {
        throw new IllegalArgumentException("the parts of " + day + " do not add up");
      }
      return new MemberSpan(day, day.plusDays(1), shared, rest, participationPercent != null);
    }

    private long amount(@Nullable Long milliWattHours) {
      if (milliWattHours == null || milliWattHours < 0) {
        throw new IllegalArgumentException("a quantity of " + day + " is missing or negative");
      }
      return milliWattHours;
    }
  }

  MemberQuantities toMember() {
    List<MemberSpan> spans = new ArrayList<>();
    for (Day day : days) {
      MemberSpan next = day.toSpan(direction);
      if (!spans.isEmpty() && spans.getLast().to().equals(next.from())) {
        spans.add(together(spans.removeLast(), next));
      } else if (spans.isEmpty() || spans.getLast().to().isBefore(next.from())) {
        spans.add(next);
      } else {
        throw new IllegalArgumentException("the days are not in order at " + next.from());
      }
    }
    return new MemberQuantities(
        new AccountingPointId(accountingPoint), direction, provisional, spans);
  }

  private static MemberSpan together(MemberSpan before, MemberSpan after) {
    return new MemberSpan(
        before.from(),
        after.to(),
        Math.addExact(before.sharedMilliWattHours(), after.sharedMilliWattHours()),
        Math.addExact(before.restMilliWattHours(), after.restMilliWattHours()),
        before.partly() || after.partly());
  }
}
