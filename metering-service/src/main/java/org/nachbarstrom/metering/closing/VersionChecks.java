package org.nachbarstrom.metering.closing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.nachbarstrom.metering.closing.Reproduction.Check;
import org.nachbarstrom.metering.closing.Reproduction.Comparison;
import org.nachbarstrom.metering.closing.Reproduction.Part;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/** Compares a version as it is kept with what it should be. */
final class VersionChecks {
  private final ClosingVersion stored;

  VersionChecks(ClosingVersion stored) {
    this.stored = stored;
  }

  /** Against results that were computed again. */
  List<Check> against(ClosingComputation computed) {
    return List.of(
        compare(
            Part.MEMBERS,
            byName(stored.members(), member -> member.accountingPoint().value()),
            byName(computed.totals(), member -> member.accountingPoint().value())),
        compare(
            Part.EXCHANGES,
            byName(stored.exchanges(), VersionChecks::name),
            byName(computed.exchanges(), VersionChecks::name)),
        new Comparison(Part.CONTROL_TOTALS)
            .add("control totals", stored.totals(), ControlTotals.of(computed.totals()))
            .check());
  }

  /**
   * Against sums alone.
   *
   * @param metered sum of the listed days by member; empty if nothing is listed
   */
  List<Check> againstSums(Map<AccountingPointId, Long> metered) {
    List<Check> checks = new ArrayList<>();
    if (!metered.isEmpty()) {
      Map<String, Long> kept = new TreeMap<>();
      stored
          .members()
          .forEach(member -> kept.put(member.accountingPoint().value(), member.metered()));
      Map<String, Long> listed = new TreeMap<>();
      metered.forEach((point, sum) -> listed.put(point.value(), sum));
      checks.add(compare(Part.MEMBERS, kept, listed));
    }
    checks.add(exchangeSums());
    checks.add(
        new Comparison(Part.CONTROL_TOTALS).add("control totals", stored.totals(), sums()).check());
    return checks;
  }

  private Check exchangeSums() {
    Map<AccountingPointId, Long> sums = new HashMap<>();
    stored
        .exchanges()
        .forEach(exchange -> {
          sums.merge(exchange.consumer(), exchange.milliWattHours(), Math::addExact);
          sums.merge(exchange.producer(), exchange.milliWattHours(), Math::addExact);
        });
    Comparison comparison = new Comparison(Part.EXCHANGES);
    stored
        .members()
        .forEach(member ->
            comparison.add(
                member.accountingPoint().value(),
                sums.getOrDefault(member.accountingPoint(), 0L),
                member.shared()));
    return comparison.check();
  }

  private ControlTotals sums() {
    long consumption = sum(EnergyDirection.CONSUMPTION, ClosingVersion.MemberTotal::metered);
    long allocated = sum(EnergyDirection.CONSUMPTION, ClosingVersion.MemberTotal::shared);
    long generation = sum(EnergyDirection.GENERATION, ClosingVersion.MemberTotal::metered);
    long shared = sum(EnergyDirection.GENERATION, ClosingVersion.MemberTotal::shared);
    return new ControlTotals(
        consumption, allocated, consumption - allocated, generation, generation - shared);
  }

  private long sum(EnergyDirection direction, Function<ClosingVersion.MemberTotal, Long> quantity) {
    return stored.members().stream()
        .filter(member -> member.direction() == direction)
        .map(quantity)
        .reduce(0L, Math::addExact);
  }

  private static String name(ClosingVersion.Exchange exchange) {
    return exchange.consumer() + " from " + exchange.producer();
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    Map<String, T> named = new TreeMap<>();
    all.forEach(one -> named.put(name.apply(one), one));
    return named;
  }

  private static <T> Check compare(Part part, Map<String, T> stored, Map<String, T> found) {
    Comparison comparison = new Comparison(part);
    stored.forEach((name, one) -> comparison.add(name, one, found.get(name)));
    found.forEach((name, one) -> {
      if (!stored.containsKey(name)) {
        comparison.add(name, null, one);
      }
    });
    return comparison.check();
  }
}
