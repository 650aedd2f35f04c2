package org.nachbarstrom.quantities;

import java.util.Optional;

/**
 * Identifier of an accounting point: a market location id where the market has them (Germany) or a
 * 33-character metering point id where it has not (Austria). Ordered by its characters.
 *
 * @param value 11 digits or 33 characters
 */
public record AccountingPointId(String value) implements Comparable<AccountingPointId> {
  private static final int METERING_POINT_LENGTH = 33;

  /**
   * An identifier.
   *
   * @throws IllegalArgumentException if it is neither a market location id nor a metering point id
   */
  public AccountingPointId {
    if (value.length() == METERING_POINT_LENGTH) {
      value = new MeteringPointId(value).value();
    } else {
      value = new MarketLocationId(value).value();
    }
  }

  /** The identifier, or nothing if it is neither of the two. */
  public static Optional<AccountingPointId> tryParse(String value) {
    boolean known =
        MarketLocationId.tryParse(value).isPresent() || MeteringPointId.tryParse(value).isPresent();
    return known ? Optional.of(new AccountingPointId(value)) : Optional.empty();
  }

  @Override
  public int compareTo(AccountingPointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
