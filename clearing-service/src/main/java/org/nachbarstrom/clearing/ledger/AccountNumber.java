package org.nachbarstrom.clearing.ledger;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Number of an account: 20 random bytes, the only name that the chain knows it by.
 *
 * <p>The order is that of the bytes read as an unsigned number, as the contract wants it.
 *
 * @param value {@code 0x} and 40 lower-case hexadecimal digits, not all zero
 */
public record AccountNumber(String value) implements Comparable<AccountNumber> {
  /** Length in bytes. */
  public static final int BYTES = 20;

  private static final Pattern FORM = Pattern.compile("0x(?!0{40})[0-9a-f]{40}");

  public AccountNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an account number: " + value);
    }
  }

  /** The number with these 20 bytes. */
  public static AccountNumber of(byte[] bytes) {
    return new AccountNumber("0x" + HexFormat.of().formatHex(bytes));
  }

  /** The 20 bytes, a fresh array. */
  public byte[] toBytes() {
    return HexFormat.of().parseHex(value, 2, value.length());
  }

  @Override
  public int compareTo(AccountNumber other) {
    return value.compareTo(other.value);
  }
}
