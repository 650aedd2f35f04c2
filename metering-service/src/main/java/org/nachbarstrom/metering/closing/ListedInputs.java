package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.Reproduction.Check;
import org.nachbarstrom.metering.closing.Reproduction.Comparison;
import org.nachbarstrom.metering.closing.Reproduction.Part;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DeliveryCalendar;

/** Reads the list of a version's inputs through, some members at a time, and compares it. */
@ApplicationScoped
class ListedInputs {
  private static final int AT_ONCE = 500;

  private final ClosingInputs inputs;

  ListedInputs(ClosingInputs inputs) {
    this.inputs = inputs;
  }

  /**
   * Compares in the current transaction.
   *
   * @param computed what the list should be; empty: not known
   */
  Uni<Read> read(FindVersion.Found version, Optional<ClosingComputation> computed) {
    return inputs
        .keys(version.of())
        .map(spans -> KeyDay.of(spans, new DeliveryCalendar(version.basis().zone())))
        .map(days -> new Reading(days, computed))
        .chain(reading -> page(version.of(), reading, ""))
        .map(reading -> reading.end(version.basis().digest().sha256()));
  }

  private Uni<Reading> page(ClosingInputs.Of version, Reading reading, String after) {
    return inputs
        .members(version, after, AT_ONCE)
        .chain(members -> {
          members.forEach(reading::add);
          return members.size() < AT_ONCE
              ? Uni.createFrom().item(reading)
              : page(version, reading, members.getLast().accountingPoint().value());
        });
  }

  /**
   * What came of it.
   *
   * @param checks of the hash over the list and, if known what it should be, of the list
   * @param metered sum of the listed days by member
   */
  record Read(List<Check> checks, Map<AccountingPointId, Long> metered) {}

  private static final class Reading {
    private final InputsHash hash;
    private final Optional<ClosingComputation> computed;
    private final Comparison comparison = new Comparison(Part.INPUTS);
    private final Map<AccountingPointId, Long> metered = new TreeMap<>();

    Reading(List<KeyDay> days, Optional<ClosingComputation> computed) {
      hash = new InputsHash(days);
      this.computed = computed;
      computed.ifPresent(known -> comparison.add("keys", days, known.keyDays()));
    }

    void add(MemberInputs listed) {
      hash.add(listed);
      metered.put(listed.accountingPoint(), listed.metered());
      computed.ifPresent(known -> compare(listed, known.inputs(listed.accountingPoint())));
    }

    private void compare(MemberInputs listed, Optional<MemberInputs> found) {
      Map<String, MemberInputs.Day> days = new TreeMap<>();
      found.ifPresent(member ->
          member.days().forEach(day -> days.put(member.direction() + " " + day.day(), day)));
      for (MemberInputs.Day day : listed.days()) {
        MemberInputs.@Nullable Day other = days.remove(listed.direction() + " " + day.day());
        comparison.add(listed.accountingPoint() + " " + day.day(), day, other);
      }
      days.values()
          .forEach(day -> comparison.add(listed.accountingPoint() + " " + day.day(), null, day));
    }

    Read end(String sha256) {
      Set<AccountingPointId> listed = new HashSet<>(metered.keySet());
      computed.ifPresent(known ->
          known.totals().stream()
              .map(ClosingVersion.MemberTotal::accountingPoint)
              .filter(point -> !listed.contains(point))
              .forEach(point -> comparison.add(point.value(), null, "listed")));
      List<Check> checks = new ArrayList<>();
      checks.add(
          new Comparison(Part.LISTED_INPUTS_SHA256)
              .add("inputsSha256", sha256, hash.hex())
              .check());
      if (computed.isPresent()) {
        checks.add(comparison.check());
      }
      return new Read(checks, metered);
    }
  }
}
