package org.nachbarstrom.edifact.subscription;

/**
 * Name of a subscription, given by the tenant.
 *
 * @param value 1 to 64 letters, digits, dots, underscores and hyphens, not beginning with a sign
 */
public record SubscriptionId(String value) {
  /** What an id looks like. */
  public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /**
   * An id.
   *
   * @throws IllegalArgumentException if it is of another form
   */
  public SubscriptionId {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException("a subscription id looks like " + FORM + ": " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
