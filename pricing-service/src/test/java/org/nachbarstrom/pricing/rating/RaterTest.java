package org.nachbarstrom.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.pricing.contract.Contract;
import org.nachbarstrom.pricing.contract.ContractAssignment;
import org.nachbarstrom.pricing.rating.MemberEnergy.Quantity;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.PriceComponent;
import org.nachbarstrom.pricing.tariff.Tariff;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;

/** Every expected amount is multiplied by hand in the comment beside it. */
class RaterTest {
  private static final AccountingPointId FLAT = new AccountingPointId("50000000013");
  private static final AccountingPointId ROOF = new AccountingPointId("50000000063");
  private static final AccountingPointId BARN = new AccountingPointId("50000000071");
  private static final LocalDate FIRST = LocalDate.parse("2026-03-28");

  @Test
  void pricesSharedAndResidualEnergyFeeAndTax() {
    MemberEnergy consumer = consumer(List.of("6", "6"), supply(ROOF, "4", "3"));
    assertThat(lines(consumer, priceList()))
        .containsExactly(
            // 7 kWh x 11 ct
            "SHARED_ENERGY pv 2026-03-28/2026-03-30 50000000013<50000000063 7 KWH x 11 = 770000",
            // 12 kWh x 28 ct
            "RESIDUAL_ENERGY flat 2026-03-28/2026-03-30 50000000013<GRID 12 KWH x 28 = 3360000",
            // 2 days x 0.35 EUR, though one of them has 23 hours
            "BASE_FEE flat 2026-03-28/2026-03-30 50000000013<GRID 2 DAY x 0.35 = 700000",
            // 19 % of 3.36 + 0.70
            "VAT flat 2026-03-28/2026-03-30 50000000013<GRID 4.06 EUR x 19 = 771400");
  }

  @Test
  void chargesTheFeeOnlyOnDaysThatCountHere() {
    MemberEnergy second =
        new MemberEnergy.Consumer(FLAT, quantities("6", "6"), List.of(), Set.of(FIRST));
    assertThat(lines(second, priceList()))
        .containsExactly(
            // 12 kWh x 28 ct
            "RESIDUAL_ENERGY flat 2026-03-28/2026-03-30 50000000013<GRID 12 KWH x 28 = 3360000",
            // the second of two days x 0.35 EUR
            "BASE_FEE flat 2026-03-29/2026-03-30 50000000013<GRID 1 DAY x 0.35 = 350000",
            // 19 % of 3.36 + 0.35
            "VAT flat 2026-03-28/2026-03-30 50000000013<GRID 3.71 EUR x 19 = 704900");
    MemberEnergy never =
        new MemberEnergy.Consumer(
            FLAT, quantities("0", "0"), List.of(), Set.of(FIRST, FIRST.plusDays(1)));
    assertThat(lines(never, priceList())).isEmpty();
  }

  @Test
  void booksFeedInWithoutAPriceAndSurplusWithIts() {
    MemberEnergy producer =
        new MemberEnergy.Producer(ROOF, quantities("5", "3"), quantities("1", "0"));
    assertThat(lines(producer, priceList()))
        .containsExactly(
            "MEASURED_FEED_IN pv 2026-03-28/2026-03-30 50000000063<GRID 8 KWH x 0 = 0",
            // 1 kWh x 7.9 ct
            "SURPLUS_ENERGY pv 2026-03-28/2026-03-30 GRID<50000000063 1 KWH x 7.9 = 79000");
  }

  @Test
  void splitsWhereAPriceChanges() {
    Tariff changing =
        new Tariff(
            new TariffId("flat"),
            "Flat",
            List.of(
                component(ComponentKind.RESIDUAL_ENERGY, "28", "0", "2026-01-01", "2026-03-29"),
                component(ComponentKind.RESIDUAL_ENERGY, "30", "0", "2026-03-29", null)));
    assertThat(lines(consumer(List.of("6", "5")), list(changing)))
        .containsExactly(
            "RESIDUAL_ENERGY flat 2026-03-28/2026-03-29 50000000013<GRID 6 KWH x 28 = 1680000",
            "RESIDUAL_ENERGY flat 2026-03-29/2026-03-30 50000000013<GRID 5 KWH x 30 = 1500000");
  }

  @Test
  void roundsEachLineOnceHalfEven() {
    // 0.000001 kWh x 50 ct = 0.5 micro-euro -> 0; 0.000003 x 50 = 1.5 -> 2; 0.000005 x 50 = 2.5 ->
    // 2
    assertThat(residualAmount("0.000001", "50")).isZero();
    assertThat(residualAmount("0.000003", "50")).isEqualTo(2);
    assertThat(residualAmount("0.000005", "50")).isEqualTo(2);
    // 0.010946 kWh x 28.12345678 ct = 3078.3935790... micro-euro
    assertThat(residualAmount("0.010946", "28.12345678")).isEqualTo(3078);
  }

  @Test
  void paysANegativePriceTheOtherWay() {
    Tariff negative =
        new Tariff(
            new TariffId("pv"),
            "PV",
            List.of(component(ComponentKind.SURPLUS_ENERGY, "-2.5", "19", "2026-01-01", null)));
    PriceList prices =
        new PriceList(Map.of(ROOF, contract(ROOF, "pv")), Map.of(new TariffId("pv"), negative));
    MemberEnergy producer =
        new MemberEnergy.Producer(ROOF, quantities("4", "0"), quantities("4", "0"));
    assertThat(lines(producer, prices))
        .containsExactly(
            "MEASURED_FEED_IN pv 2026-03-28/2026-03-30 50000000063<GRID 4 KWH x 0 = 0",
            // 4 kWh x -2.5 ct = -0.10 EUR; 19 % of it
            "SURPLUS_ENERGY pv 2026-03-28/2026-03-30 GRID<50000000063 4 KWH x -2.5 = -100000",
            "VAT pv 2026-03-28/2026-03-30 GRID<50000000063 -0.1 EUR x 19 = -19000");
  }

  @Test
  void waitsForEveryPriceItLacksAndSaysFromWhen() {
    MemberEnergy consumer = consumer(List.of("0", "6"), supply(ROOF, "0", "3"), supply(BARN, "1"));
    PriceList onlyRoof =
        new PriceList(
            Map.of(ROOF, contract(ROOF, "pv"), FLAT, contract(FLAT, "empty")),
            Map.of(
                new TariffId("pv"),
                new Tariff(
                    new TariffId("pv"),
                    "PV",
                    List.of(
                        component(
                            ComponentKind.SHARED_ENERGY, "11", "0", "2026-01-01", "2026-03-29"))),
                new TariffId("empty"),
                new Tariff(new TariffId("empty"), "Empty", List.of())));
    assertThat(Rater.rate(consumer, onlyRoof))
        .isEqualTo(
            new RatingOutcome.Waiting(
                List.of(
                    new MissingPrice(
                        MissingPrice.Reason.NO_PRICE,
                        ComponentKind.SHARED_ENERGY,
                        ROOF,
                        FIRST.plusDays(1)),
                    new MissingPrice(
                        MissingPrice.Reason.NO_CONTRACT, ComponentKind.SHARED_ENERGY, BARN, FIRST),
                    new MissingPrice(
                        MissingPrice.Reason.NO_PRICE,
                        ComponentKind.RESIDUAL_ENERGY,
                        FLAT,
                        FIRST.plusDays(1)))));
  }

  @Test
  void needsAContractOnEveryDayOfMembership() {
    PriceList fromSecondDay =
        new PriceList(
            Map.of(
                FLAT,
                new Contract(
                    FLAT,
                    List.of(
                        new ContractAssignment(
                            new TariffId("flat"), DateRange.startingAt(FIRST.plusDays(1)))))),
            priceList().tariffs());
    assertThat(Rater.rate(consumer(List.of("0", "6")), fromSecondDay))
        .isEqualTo(
            new RatingOutcome.Waiting(
                List.of(
                    new MissingPrice(
                        MissingPrice.Reason.NO_CONTRACT, ComponentKind.BASE_FEE, FLAT, FIRST))));
  }

  @Test
  void keepsTheStretchWhenAQuantityBecomesZero() {
    // The second day has surplus only after a correction; the stretch must be the same before.
    MemberEnergy before =
        new MemberEnergy.Producer(ROOF, quantities("5", "3"), quantities("1", "0"));
    MemberEnergy after =
        new MemberEnergy.Producer(ROOF, quantities("5", "4"), quantities("1", "1"));
    assertThat(lines(before, priceList()).getLast()).contains(" 2026-03-28/2026-03-30 ");
    assertThat(lines(after, priceList()).getLast()).contains(" 2026-03-28/2026-03-30 ");
  }

  private static long residualAmount(String kwh, String price) {
    Tariff tariff =
        new Tariff(
            new TariffId("flat"),
            "Flat",
            List.of(component(ComponentKind.RESIDUAL_ENERGY, price, "0", "2026-01-01", null)));
    return items(consumer(List.of(kwh)), list(tariff)).getFirst().amount().microEuro();
  }

  private static List<String> lines(MemberEnergy energy, PriceList prices) {
    return items(energy, prices).stream()
        .map(line ->
            "%s %s %s %s<%s %s %s x %s = %d"
                .formatted(
                    line.component(),
                    line.tariff(),
                    line.days(),
                    line.flow().debit(),
                    line.flow().credit(),
                    line.quantity().amount().toPlainString(),
                    line.quantity().unit(),
                    line.price().amount().toPlainString(),
                    line.amount().microEuro()))
        .toList();
  }

  private static List<LineItem> items(MemberEnergy energy, PriceList prices) {
    return switch (Rater.rate(energy, prices)) {
      case RatingOutcome.Rated rated -> rated.lines();
      case RatingOutcome.Waiting waiting -> throw new AssertionError(waiting.missing());
    };
  }

  private static PriceList priceList() {
    Tariff flat =
        new Tariff(
            new TariffId("flat"),
            "Flat",
            List.of(
                component(ComponentKind.RESIDUAL_ENERGY, "28", "19", "2026-01-01", null),
                component(ComponentKind.BASE_FEE, "0.35", "19", "2026-01-01", null)));
    Tariff pv =
        new Tariff(
            new TariffId("pv"),
            "PV",
            List.of(
                component(ComponentKind.SHARED_ENERGY, "11", "0", "2026-01-01", null),
                component(ComponentKind.SURPLUS_ENERGY, "7.9", "0", "2026-01-01", null)));
    return new PriceList(
        Map.of(FLAT, contract(FLAT, "flat"), ROOF, contract(ROOF, "pv")),
        Map.of(flat.id(), flat, pv.id(), pv));
  }

  private static PriceList list(Tariff flat) {
    return new PriceList(Map.of(FLAT, contract(FLAT, "flat")), Map.of(flat.id(), flat));
  }

  private static Contract contract(AccountingPointId point, String tariff) {
    DateRange always = DateRange.startingAt(LocalDate.parse("2026-01-01"));
    return new Contract(point, List.of(new ContractAssignment(new TariffId(tariff), always)));
  }

  private static PriceComponent component(
      ComponentKind kind, String price, String vat, String from, @Nullable String to) {
    return new PriceComponent(
        kind,
        new Price(new BigDecimal(price), kind.unit()),
        new Price(new BigDecimal(vat), PriceUnit.PERCENT),
        new DateRange(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
  }

  private static MemberEnergy consumer(List<String> residual, MemberEnergy.Supply... suppliers) {
    return new MemberEnergy.Consumer(
        FLAT, quantities(residual.toArray(String[]::new)), List.of(suppliers));
  }

  private static MemberEnergy.Supply supply(AccountingPointId producer, String... kwh) {
    return new MemberEnergy.Supply(producer, quantities(kwh));
  }

  private static List<Quantity> quantities(String... kwh) {
    List<Quantity> quantities = new ArrayList<>();
    for (int i = 0; i < kwh.length; i++) {
      Energy energy = Energy.ofKilowattHours(new BigDecimal(kwh[i]));
      quantities.add(new Quantity(FIRST.plusDays(i), energy));
    }
    return quantities;
  }
}
