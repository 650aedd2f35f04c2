package org.nachbarstrom.pricing.contract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * All tariffs of one accounting point.
 *
 * @param assignments by first day, without a common day
 */
public record Contract(AccountingPointId accountingPoint, List<ContractAssignment> assignments) {

  /**
   * Assignments in any order.
   *
   * @throws IllegalArgumentException if two have a day in common
   */
  public Contract {
    assignments = sorted(assignments);
    Optional<ContractAssignment> overlap = firstOverlap(assignments);
    if (overlap.isPresent()) {
      throw new IllegalArgumentException("two tariffs hold on " + overlap.get().valid().from());
    }
  }

  /** The tariff of a local day. */
  public Optional<TariffId> on(LocalDate day) {
    return assignments.stream()
        .filter(assignment -> assignment.valid().contains(day))
        .map(ContractAssignment::tariff)
        .findFirst();
  }

  /** The first assignment, by first day, that has a day in common with the one before it. */
  static Optional<ContractAssignment> firstOverlap(List<ContractAssignment> assignments) {
    List<ContractAssignment> sorted = sorted(assignments);
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).valid().overlaps(sorted.get(i).valid())) {
        return Optional.of(sorted.get(i));
      }
    }
    return Optional.empty();
  }

  private static List<ContractAssignment> sorted(List<ContractAssignment> assignments) {
    return assignments.stream()
        .sorted(Comparator.comparing(assignment -> assignment.valid().from()))
        .toList();
  }
}
