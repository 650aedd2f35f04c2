package org.nachbarstrom.metering.substitute;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons not to form or record substitutes. */
public enum SubstituteRejection implements Rejection {
  INVALID_SUBSTITUTION(
      "METERING-0050", 422, "invalid-substitution", "Substitutes cannot be formed like this."),
  UNKNOWN_SUBSTITUTION(
      "METERING-0051", 404, "unknown-substitution", "There is no such substitution."),
  SUBSTITUTION_DECIDED(
      "METERING-0052",
      409,
      "substitution-decided",
      "The substitution was decided otherwise before."),
  NO_GAP_ANY_MORE(
      "METERING-0053",
      409,
      "no-gap-any-more",
      "Usable values came in since the substitution was proposed.");

  private final Entry entry;

  SubstituteRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
