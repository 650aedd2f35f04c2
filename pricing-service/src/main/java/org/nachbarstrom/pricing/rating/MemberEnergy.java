package org.nachbarstrom.pricing.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;

/**
 * The energy of one member in one closing version, per local day of its membership in ascending
 * order. Every quantity is at least zero.
 */
public sealed interface MemberEnergy {
  /** Whose energy it is. */
  AccountingPointId accountingPoint();

  /** Days of membership within the closing, ascending. */
  List<LocalDate> memberDays();

  /**
   * Member days on which the point is in another community, too, and what is due once per point and
   * day is counted there.
   */
  Set<LocalDate> countedElsewhere();

  /**
   * A quantity of a local day.
   *
   * @param energy at least zero
   */
  record Quantity(LocalDate day, Energy energy) {}

  /**
   * What a consumer got from one producer.
   *
   * @param days each a member day of the consumer, once; days without an entry mean nothing
   */
  record Supply(AccountingPointId producer, List<Quantity> days) {}

  /**
   * A consumer.
   *
   * @param residual consumption minus allocation, one entry per member day
   * @param suppliers by producer; together the allocation
   */
  record Consumer(
      AccountingPointId accountingPoint,
      List<Quantity> residual,
      List<Supply> suppliers,
      Set<LocalDate> countedElsewhere)
      implements MemberEnergy {
    /** A consumer in no other community. */
    public Consumer(
        AccountingPointId accountingPoint, List<Quantity> residual, List<Supply> suppliers) {
      this(accountingPoint, residual, suppliers, Set.of());
    }

    @Override
    public List<LocalDate> memberDays() {
      return residual.stream().map(Quantity::day).toList();
    }
  }

  /**
   * A producer.
   *
   * @param generation measured feed-in, one entry per member day
   * @param surplus what nobody in the community used, one entry per member day
   */
  record Producer(
      AccountingPointId accountingPoint,
      List<Quantity> generation,
      List<Quantity> surplus,
      Set<LocalDate> countedElsewhere)
      implements MemberEnergy {
    /** A producer in no other community. */
    public Producer(
        AccountingPointId accountingPoint, List<Quantity> generation, List<Quantity> surplus) {
      this(accountingPoint, generation, surplus, Set.of());
    }

    @Override
    public List<LocalDate> memberDays() {
      return generation.stream().map(Quantity::day).toList();
    }
  }
}
