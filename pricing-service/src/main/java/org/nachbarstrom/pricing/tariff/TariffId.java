package org.nachbarstrom.pricing.tariff;

import java.util.regex.Pattern;

/**
 * Name of a tariff within its tenant.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens, underscores; begins with a letter or digit
 */
public record TariffId(String value) implements Comparable<TariffId> {
  /** Form of an id. */
  public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /**
   * A tariff id.
   *
   * @throws IllegalArgumentException if it has not the form
   */
  public TariffId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("not a tariff id: " + value);
    }
  }

  @Override
  public int compareTo(TariffId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
