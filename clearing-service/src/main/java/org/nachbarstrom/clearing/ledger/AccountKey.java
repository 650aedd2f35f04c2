package org.nachbarstrom.clearing.ledger;

import java.util.regex.Pattern;

/**
 * What an account is for: {@code GRID}, the residual supplier and grid side of a tenant, or an
 * accounting point together with the party that pays for it.
 *
 * @param value {@code GRID} or {@code <accounting point>/<party>}
 */
public record AccountKey(String value) implements Comparable<AccountKey> {
  // The check digit of the accounting point was verified where the point was declared.
  private static final Pattern FORM =
      Pattern.compile("GRID|([0-9]{11}|[A-Z]{2}[0-9A-Z]{31})/[^/\\s\\p{Cntrl}]{1,64}");

  /** The one account that may give more energy than it received. */
  public static final AccountKey GRID = new AccountKey("GRID");

  public AccountKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an account: " + value);
    }
  }

  /** Whether it is the grid's. */
  public boolean isGrid() {
    return equals(GRID);
  }

  @Override
  public int compareTo(AccountKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
