package org.nachbarstrom.pricing.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nachbarstrom.pricing.rating.LineItem.Flow;
import org.nachbarstrom.pricing.rating.LineItem.Quantity;
import org.nachbarstrom.pricing.rating.LineItem.Unit;
import org.nachbarstrom.pricing.rating.PricedSegments.Segment;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;

/**
 * Prices the energy of one member: one line per component, counterparty and stretch of one price,
 * each rounded once. VAT is one line per direction and rate on the sum of the net lines.
 */
public final class Rater {
  private static final Price NO_PRICE = new Price(java.math.BigDecimal.ZERO, PriceUnit.CT_PER_KWH);
  private static final Comparator<LineItem> ORDER =
      Comparator.comparing(LineItem::component)
          .thenComparing(LineItem::flow)
          .thenComparing(line -> line.days().from())
          .thenComparing(line -> line.price().amount());

  private final PriceList prices;
  private final List<LineItem> lines = new ArrayList<>();
  private final List<MissingPrice> missing = new ArrayList<>();
  private final Map<VatKey, Money> taxed = new TreeMap<>();
  private final Map<VatKey, String> taxedTariffs = new TreeMap<>();

  private Rater(PriceList prices) {
    this.prices = prices;
  }

  /** Net lines that are taxed together. */
  private record VatKey(Flow flow, java.math.BigDecimal percent) implements Comparable<VatKey> {
    @Override
    public int compareTo(VatKey other) {
      int byFlow = flow.compareTo(other.flow);
      return byFlow != 0 ? byFlow : percent.compareTo(other.percent);
    }
  }

  /**
   * Prices a member.
   *
   * @param energy its quantities; may have no days
   * @param prices contracts and tariffs of {@link PriceList#pointsFor}
   */
  public static RatingOutcome rate(MemberEnergy energy, PriceList prices) {
    Rater rater = new Rater(prices);
    switch (energy) {
      case MemberEnergy.Consumer consumer -> rater.consumer(consumer);
      case MemberEnergy.Producer producer -> rater.producer(producer);
    }
    rater.baseFee(energy);
    if (!rater.missing.isEmpty()) {
      return new RatingOutcome.Waiting(List.copyOf(rater.missing));
    }
    if (!energy.memberDays().isEmpty()) {
      rater.vat(span(energy.memberDays()));
    }
    return new RatingOutcome.Rated(rater.lines.stream().sorted(ORDER).toList());
  }

  private void consumer(MemberEnergy.Consumer consumer) {
    String point = consumer.accountingPoint().value();
    for (MemberEnergy.Supply supply : consumer.suppliers()) {
      Flow flow = new Flow(point, supply.producer().value());
      energy(
          ComponentKind.SHARED_ENERGY,
          Component.SHARED_ENERGY,
          supply.producer(),
          onEachDay(supply, consumer.memberDays()),
          flow);
    }
    energy(
        ComponentKind.RESIDUAL_ENERGY,
        Component.RESIDUAL_ENERGY,
        consumer.accountingPoint(),
        consumer.residual(),
        new Flow(point, LineItem.GRID));
  }

  /** Days without supply are left out of it; as a gap they would part a line. */
  private static List<MemberEnergy.Quantity> onEachDay(
      MemberEnergy.Supply supply, List<LocalDate> days) {
    Map<LocalDate, Energy> supplied =
        supply.days().stream()
            .collect(Collectors.toMap(MemberEnergy.Quantity::day, MemberEnergy.Quantity::energy));
    return days.stream()
        .map(day -> new MemberEnergy.Quantity(day, supplied.getOrDefault(day, Energy.ZERO)))
        .toList();
  }

  private void producer(MemberEnergy.Producer producer) {
    AccountingPointId point = producer.accountingPoint();
    Energy fedIn =
        producer.generation().stream()
            .map(MemberEnergy.Quantity::energy)
            .reduce(Energy.ZERO, Energy::plus);
    if (!fedIn.isZero()) {
      DateRange days = span(producer.memberDays());
      lines.add(
          new LineItem(
              Component.MEASURED_FEED_IN,
              prices.tariff(point, days.from()).map(TariffId::value).orElse(""),
              days,
              new Flow(point.value(), LineItem.GRID),
              new Quantity(fedIn.toKilowattHours(), Unit.KWH),
              NO_PRICE,
              Money.ZERO,
              fedIn));
    }
    energy(
        ComponentKind.SURPLUS_ENERGY,
        Component.SURPLUS_ENERGY,
        point,
        producer.surplus(),
        new Flow(LineItem.GRID, point.value()));
  }

  private void energy(
      ComponentKind kind,
      Component component,
      AccountingPointId pricedBy,
      List<MemberEnergy.Quantity> days,
      Flow flow) {
    PricedSegments stretches = new PricedSegments(kind, pricedBy, prices);
    days.forEach(stretches::addEnergy);
    stretches.missing().ifPresent(missing::add);
    for (Segment stretch : stretches.segments()) {
      if (!stretch.energy().isZero()) {
        Price price = stretch.price().component().price();
        Quantity quantity = new Quantity(stretch.energy().toKilowattHours(), Unit.KWH);
        add(component, stretch, flow, quantity, price.times(stretch.energy()));
      }
    }
  }

  /** Due once per point and day, in however many communities the point is. */
  private void baseFee(MemberEnergy energy) {
    AccountingPointId point = energy.accountingPoint();
    PricedSegments stretches = new PricedSegments(ComponentKind.BASE_FEE, point, prices);
    energy.memberDays().stream()
        .filter(day -> !energy.countedElsewhere().contains(day))
        .forEach(stretches::addDay);
    stretches.missing().ifPresent(missing::add);
    for (Segment stretch : stretches.segments()) {
      int days = stretch.dayCount();
      add(
          Component.BASE_FEE,
          stretch,
          new Flow(point.value(), LineItem.GRID),
          new Quantity(java.math.BigDecimal.valueOf(days), Unit.DAY),
          stretch.price().component().price().timesDays(days));
    }
  }

  private void add(
      Component component, Segment stretch, Flow flow, Quantity quantity, Money amount) {
    String tariff = stretch.price().tariff().value();
    Price price = stretch.price().component().price();
    lines.add(
        new LineItem(
            component, tariff, stretch.days(), flow, quantity, price, amount, stretch.energy()));
    Price vat = stretch.price().component().vat();
    if (vat.amount().signum() > 0) {
      VatKey key = new VatKey(flow, vat.amount());
      taxed.merge(key, amount, Money::plus);
      taxedTariffs.putIfAbsent(key, tariff);
    }
  }

  private void vat(DateRange days) {
    taxed.forEach((key, net) -> {
      Price rate = new Price(key.percent(), PriceUnit.PERCENT);
      Money tax = rate.percentOf(net);
      if (!tax.isZero()) {
        lines.add(
            new LineItem(
                Component.VAT,
                taxedTariffs.getOrDefault(key, ""),
                days,
                key.flow(),
                new Quantity(net.toEuro(), Unit.EUR),
                rate,
                tax,
                Energy.ZERO));
      }
    });
  }

  private static DateRange span(List<LocalDate> days) {
    return new DateRange(days.getFirst(), days.getLast().plusDays(1));
  }
}
