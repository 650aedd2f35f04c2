package org.nachbarstrom.metering.plausibility;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a request about checks and findings. */
public enum PlausibilityRejection implements Rejection {
  INVALID_CHECK(60, 422, "invalid-check", "The series cannot be checked like this."),
  UNKNOWN_FINDING(150, 404, "unknown-finding", "Nothing with this id is found now."),
  INVALID_RELEASE(151, 422, "invalid-release", "The finding cannot be released like this.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  PlausibilityRejection(int number, int status, String slug, String title) {
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
