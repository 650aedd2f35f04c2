package org.nachbarstrom.settlement.run.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.booking.Component;
import org.nachbarstrom.settlement.run.CostLine;
import org.nachbarstrom.settlement.run.Endpoint;
import org.nachbarstrom.settlement.run.MemberCost;

/** What settlement reads of {@code pricing.member-cost.v1}. */
record MemberCostEvent(
    @JsonProperty(required = true) ClosingVersion closing,
    @JsonProperty(required = true) String accountingPoint,
    @JsonProperty(required = true) EnergyDirection direction,
    @JsonProperty(required = true) List<Line> lines) {
  MemberCostEvent {
    Objects.requireNonNull(closing, "closing");
    Objects.requireNonNull(accountingPoint, "accountingPoint");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(lines, "lines");
  }

  /** One priced line; a decimal is a string. */
  record Line(
      @JsonProperty(required = true) int line,
      @JsonProperty(required = true) Component component,
      @JsonProperty(required = true) String tariff,
      @JsonProperty(required = true) LocalDate from,
      @JsonProperty(required = true) LocalDate to,
      @JsonProperty(required = true) String debit,
      @JsonProperty(required = true) String credit,
      @JsonProperty(required = true) BigDecimal quantity,
      @JsonProperty(required = true) String unit,
      @JsonProperty(required = true) BigDecimal price,
      @JsonProperty(required = true) PriceUnit priceUnit,
      @JsonProperty(required = true) long amountMicroEuro,
      @JsonProperty(required = true) long energyMilliWattHours) {
    Line {
      Objects.requireNonNull(component, "component");
      Objects.requireNonNull(tariff, "tariff");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(debit, "debit");
      Objects.requireNonNull(credit, "credit");
      Objects.requireNonNull(quantity, "quantity");
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(price, "price");
      Objects.requireNonNull(priceUnit, "priceUnit");
    }

    CostLine toLine() {
      return new CostLine(
          line,
          component,
          tariff,
          from,
          to,
          new CostLine.Flow(
              new Endpoint(debit),
              new Endpoint(credit),
              Money.ofMicroEuro(amountMicroEuro),
              Energy.ofMilliWattHours(energyMilliWattHours)),
          new CostLine.Quantity(quantity, unit),
          new Price(price, priceUnit));
    }
  }

  MemberCost toCost() {
    return new MemberCost(
        closing,
        new AccountingPointId(accountingPoint),
        direction,
        lines.stream().map(Line::toLine).toList());
  }
}
