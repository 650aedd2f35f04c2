package org.nachbarstrom.metering.substitute;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons not to form or record substitutes. */
public enum SubstituteRejection implements Rejection {
  INVALID_SUBSTITUTION(50, 422, "invalid-substitution", "Substitutes cannot be formed like this."),
  UNKNOWN_SUBSTITUTION(51, 404, "unknown-substitution", "There is no such substitution."),
  SUBSTITUTION_DECIDED(
      52, 409, "substitution-decided", "The substitution was decided otherwise before."),
  NO_GAP_ANY_MORE(
      53, 409, "no-gap-any-more", "Usable values came in since the substitution was proposed.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  SubstituteRejection(int number, int status, String slug, String title) {
    this.number = number;
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  @Override
  public String code() {
    return "METERING-%04d".formatted(number);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String service() {
    return "metering";
  }
}
