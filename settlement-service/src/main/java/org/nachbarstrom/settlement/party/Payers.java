package org.nachbarstrom.settlement.party;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.quantities.DateRange;

/**
 * All payers of one accounting point.
 *
 * @param assignments by first day, without a common day
 */
public record Payers(List<PayerAssignment> assignments) {
  /** Nobody pays. */
  public static final Payers NONE = new Payers(List.of());

  /**
   * Payers in any order.
   *
   * @throws IllegalArgumentException if two have a day in common
   */
  public Payers {
    assignments =
        assignments.stream()
            .sorted(Comparator.comparing((PayerAssignment a) -> a.valid().from()))
            .toList();
    Optional<PayerAssignment> overlap = firstOverlap(assignments);
    if (overlap.isPresent()) {
      throw new IllegalArgumentException("two parties would pay from " + overlap.get().valid());
    }
  }

  /**
   * The first assignment, by first day, that has a day in common with the one before it.
   *
   * @param sorted by first day
   */
  static Optional<PayerAssignment> firstOverlap(List<PayerAssignment> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).valid().overlaps(sorted.get(i).valid())) {
        return Optional.of(sorted.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * Who pays for all of these days.
   *
   * @param from first local day
   * @param to first local day after
   */
  public PayerOutcome during(LocalDate from, LocalDate to) {
    DateRange period = new DateRange(from, to);
    List<PayerAssignment> concerned =
        assignments.stream().filter(a -> a.valid().overlaps(period)).toList();
    LocalDate day = from;
    for (PayerAssignment next : concerned) {
      if (next.valid().from().isAfter(day)) {
        break;
      }
      day = next.valid().end().orElse(to);
    }
    if (day.isBefore(to)) {
      return new PayerOutcome.Nobody(day);
    }
    PartyId first = concerned.getFirst().party();
    return concerned.stream()
        .filter(next -> !next.party().equals(first))
        .findFirst()
        .<PayerOutcome>map(next -> new PayerOutcome.Changes(next.valid().from()))
        .orElseGet(() -> new PayerOutcome.Pays(first));
  }
}
