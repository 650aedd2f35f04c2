package org.nachbarstrom.settlement.party;

import java.util.regex.Pattern;

/**
 * A name that the utility gives a party, stable for ever.
 *
 * @param value letters, digits, dot, hyphen and underscore, 1 to 64, beginning with a letter or
 *     digit
 */
public record PartyId(String value) implements Comparable<PartyId> {
  /** The form as a regular expression. */
  public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /**
   * An id.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public PartyId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("a party id has the form " + FORM + ": " + value);
    }
  }

  @Override
  public int compareTo(PartyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
