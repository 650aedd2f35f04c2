package org.nachbarstrom.settlement.booking;

import java.time.LocalDate;
import java.util.Comparator;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * What a position of a closing is compared by from version to version. It carries the accounts, so
 * that a change of the payer moves a position back from the old account.
 *
 * @param accountingPoint whose cost it is
 * @param tariff whose price it is
 * @param from first local day of the price segment
 * @param to first local day after it
 * @param debit receives the energy and owes the money
 * @param credit gives the energy and is owed the money
 */
public record PositionKey(
    Component component,
    AccountingPointId accountingPoint,
    String tariff,
    LocalDate from,
    LocalDate to,
    Account debit,
    Account credit)
    implements Comparable<PositionKey> {
  private static final Comparator<PositionKey> ORDER =
      Comparator.comparing(PositionKey::component)
          .thenComparing(PositionKey::accountingPoint)
          .thenComparing(PositionKey::debit)
          .thenComparing(PositionKey::credit)
          .thenComparing(PositionKey::from)
          .thenComparing(PositionKey::to)
          .thenComparing(PositionKey::tariff);

  /**
   * A key.
   *
   * @throws IllegalArgumentException if both accounts are the same or the segment has no day
   */
  public PositionKey {
    if (debit.equals(credit)) {
      throw new IllegalArgumentException("debit and credit are the same account: " + debit);
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a segment has at least one day: " + from + "/" + to);
    }
  }

  @Override
  public int compareTo(PositionKey other) {
    return ORDER.compare(this, other);
  }
}
