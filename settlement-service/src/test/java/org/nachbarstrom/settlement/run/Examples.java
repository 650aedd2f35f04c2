package org.nachbarstrom.settlement.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.booking.Component;

/** The two members of the agreed example events, written down by hand. */
final class Examples {
  static final LocalDate FROM = LocalDate.of(2026, 3, 28);
  static final LocalDate TO = LocalDate.of(2026, 3, 30);
  static final AccountingPointId CONSUMER = new AccountingPointId("50000000013");
  static final AccountingPointId PRODUCER = new AccountingPointId("50000000063");
  static final ClosingVersion CLOSING =
      new ClosingVersion(
          UUID.fromString("7b0c5e0e-4f0e-4c8e-9f39-0d4f3f1f6a01"),
          1,
          "sonnenweg",
          ZoneId.of("Europe/Berlin"),
          FROM,
          TO,
          Instant.parse("2026-03-27T23:00:00Z"),
          Instant.parse("2026-03-29T22:00:00Z"));

  private Examples() {}

  static ClosedPeriod announced(int members, long consumption, long generation) {
    return new ClosedPeriod(
        CLOSING,
        Instant.parse("2026-03-31T06:00:00Z"),
        false,
        members,
        new ControlTotals(
            Energy.ofMilliWattHours(consumption),
            Energy.ofMilliWattHours(7_000_000),
            Energy.ofMilliWattHours(12_000_000),
            Energy.ofMilliWattHours(generation),
            Energy.ofMilliWattHours(1_000_000)));
  }

  static MemberCost consumer() {
    Endpoint consumer = new Endpoint(CONSUMER.value());
    Endpoint producer = new Endpoint(PRODUCER.value());
    return new MemberCost(
        CLOSING,
        CONSUMER,
        EnergyDirection.CONSUMPTION,
        List.of(
            line(1, Component.SHARED_ENERGY, flow(consumer, producer, 770_000, 7_000_000)),
            line(
                2, Component.RESIDUAL_ENERGY, flow(consumer, Endpoint.GRID, 3_360_000, 12_000_000)),
            line(3, Component.BASE_FEE, flow(consumer, Endpoint.GRID, 700_000, 0)),
            line(4, Component.VAT, flow(consumer, Endpoint.GRID, 771_400, 0))));
  }

  static MemberCost producer() {
    Endpoint producer = new Endpoint(PRODUCER.value());
    return new MemberCost(
        CLOSING,
        PRODUCER,
        EnergyDirection.GENERATION,
        List.of(
            line(1, Component.MEASURED_FEED_IN, flow(producer, Endpoint.GRID, 0, 8_000_000)),
            line(2, Component.SURPLUS_ENERGY, flow(Endpoint.GRID, producer, 79_000, 1_000_000))));
  }

  static CostLine.Flow flow(Endpoint debit, Endpoint credit, long amount, long energy) {
    return new CostLine.Flow(
        debit, credit, Money.ofMicroEuro(amount), Energy.ofMilliWattHours(energy));
  }

  static CostLine line(int number, Component component, CostLine.Flow flow) {
    return new CostLine(
        number,
        component,
        "any",
        FROM,
        TO,
        flow,
        new CostLine.Quantity(flow.energy().toKilowattHours(), "KWH"),
        new Price(java.math.BigDecimal.ZERO, PriceUnit.CT_PER_KWH));
  }
}
