package org.nachbarstrom.pricing.tariff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A named set of dated prices.
 *
 * @param components by kind and first day; no two of a kind have a day in common
 */
public record Tariff(TariffId id, String name, List<PriceComponent> components) {
  private static final Comparator<PriceComponent> ORDER =
      Comparator.comparing(PriceComponent::kind).thenComparing(c -> c.valid().from());

  /**
   * A tariff with components in any order.
   *
   * @throws IllegalArgumentException if two of a kind have a day in common
   */
  public Tariff {
    components = components.stream().sorted(ORDER).toList();
    Optional<PriceComponent> overlap = firstOverlap(components);
    if (overlap.isPresent()) {
      throw new IllegalArgumentException("two prices hold on " + overlap.get().valid().from());
    }
  }

  /** The price of a kind on a local day. */
  public Optional<PriceComponent> on(ComponentKind kind, LocalDate day) {
    return components.stream()
        .filter(component -> component.kind() == kind && component.valid().contains(day))
        .findFirst();
  }

  /** The first component, by kind and first day, that has a day in common with an earlier one. */
  public static Optional<PriceComponent> firstOverlap(List<PriceComponent> components) {
    List<PriceComponent> sorted = components.stream().sorted(ORDER).toList();
    for (int i = 1; i < sorted.size(); i++) {
      PriceComponent before = sorted.get(i - 1);
      PriceComponent next = sorted.get(i);
      if (before.kind() == next.kind() && before.valid().overlaps(next.valid())) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
