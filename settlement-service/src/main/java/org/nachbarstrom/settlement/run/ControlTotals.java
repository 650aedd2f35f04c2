package org.nachbarstrom.settlement.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.settlement.booking.Component;

/**
 * How much energy a closing version comprises; a stage that arrives at other numbers must not book.
 *
 * @param consumption of all consumers: allocated + residual
 * @param allocated of it from the community
 * @param residual of it from the grid
 * @param generation of all producers: allocated + surplus
 * @param surplus of it to the grid
 */
public record ControlTotals(
    Energy consumption, Energy allocated, Energy residual, Energy generation, Energy surplus) {

  /** The totals that cost lines comprise. */
  public static ControlTotals of(Collection<CostLine> lines) {
    Map<Component, Energy> sums = new EnumMap<>(Component.class);
    lines.forEach(line -> sums.merge(line.component(), line.flow().energy(), Energy::plus));
    Energy shared = sums.getOrDefault(Component.SHARED_ENERGY, Energy.ZERO);
    Energy residual = sums.getOrDefault(Component.RESIDUAL_ENERGY, Energy.ZERO);
    return new ControlTotals(
        shared.plus(residual),
        shared,
        residual,
        sums.getOrDefault(Component.MEASURED_FEED_IN, Energy.ZERO),
        sums.getOrDefault(Component.SURPLUS_ENERGY, Energy.ZERO));
  }

  /** Sentences on each total that is another one here; empty if all agree. */
  public List<String> differencesTo(ControlTotals actual) {
    List<String> found = new ArrayList<>();
    compare(found, "consumption", consumption, actual.consumption);
    compare(found, "allocated", allocated, actual.allocated);
    compare(found, "residual", residual, actual.residual);
    compare(found, "generation", generation, actual.generation);
    compare(found, "surplus", surplus, actual.surplus);
    return found;
  }

  private static void compare(List<String> found, String name, Energy expected, Energy actual) {
    if (!expected.equals(actual)) {
      found.add(name + " is announced as " + expected + " but the cost lines make " + actual);
    }
  }
}
