package org.nachbarstrom.pricing.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.pricing.rating.MemberEnergy.Quantity;
import org.nachbarstrom.pricing.rating.PriceList.Lookup;
import org.nachbarstrom.pricing.rating.PriceList.Lookup.Found;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Energy;

/**
 * Divides days into stretches of the same tariff and price. The stretches follow from prices and
 * days alone, never from quantities, so that a corrected quantity meets the same stretch again.
 */
final class PricedSegments {
  private final ComponentKind kind;
  private final AccountingPointId point;
  private final PriceList prices;
  private final List<Segment> segments = new ArrayList<>();
  private Optional<MissingPrice> missing = Optional.empty();

  PricedSegments(ComponentKind kind, AccountingPointId point, PriceList prices) {
    this.kind = kind;
    this.point = point;
    this.prices = prices;
  }

  /** Days of one price, and what was moved on them. */
  record Segment(Found price, DateRange days, Energy energy, int dayCount) {
    private boolean continuesOn(LocalDate day, Found next) {
      return day.equals(days.to()) && price.samePrice(next);
    }

    private Segment with(Quantity quantity) {
      return new Segment(
          price,
          new DateRange(days.from(), quantity.day().plusDays(1)),
          energy.plus(quantity.energy()),
          dayCount + 1);
    }
  }

  /** Adds a day; a price may be missing on a day without energy. */
  void addEnergy(Quantity quantity) {
    add(quantity, !quantity.energy().isZero());
  }

  /** Adds a day for a price that may be absent, though not its contract. */
  void addDay(LocalDate day) {
    Quantity quantity = new Quantity(day, Energy.ZERO);
    switch (prices.price(kind, point, day)) {
      case Found found -> extend(quantity, found);
      case Lookup.NoContract none -> miss(MissingPrice.Reason.NO_CONTRACT, day);
      case Lookup.NoPrice none -> {}
    }
  }

  private void add(Quantity quantity, boolean needed) {
    LocalDate day = quantity.day();
    switch (prices.price(kind, point, day)) {
      case Found found -> extend(quantity, found);
      case Lookup.NoContract none -> missIf(needed, MissingPrice.Reason.NO_CONTRACT, day);
      case Lookup.NoPrice none -> missIf(needed, MissingPrice.Reason.NO_PRICE, day);
    }
  }

  private void extend(Quantity quantity, Found price) {
    LocalDate day = quantity.day();
    if (!segments.isEmpty() && segments.getLast().continuesOn(day, price)) {
      segments.set(segments.size() - 1, segments.getLast().with(quantity));
    } else {
      segments.add(new Segment(price, DateRange.ofDay(day), quantity.energy(), 1));
    }
  }

  private void missIf(boolean needed, MissingPrice.Reason reason, LocalDate day) {
    if (needed) {
      miss(reason, day);
    }
  }

  private void miss(MissingPrice.Reason reason, LocalDate day) {
    if (missing.isEmpty()) {
      missing = Optional.of(new MissingPrice(reason, kind, point, day));
    }
  }

  /** Stretches in the order of days. */
  List<Segment> segments() {
    return segments;
  }

  /** The first day on which something is missing. */
  Optional<MissingPrice> missing() {
    return missing;
  }
}
