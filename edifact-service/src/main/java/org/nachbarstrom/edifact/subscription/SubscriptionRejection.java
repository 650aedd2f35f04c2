package org.nachbarstrom.edifact.subscription;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about subscriptions. */
public enum SubscriptionRejection implements Rejection {
  SUBSCRIPTION_NOT_FOUND(
      "EDIFACT-0401", 404, "subscription-not-found", "There is no such subscription."),
  SUBSCRIPTION_INVALID(
      "EDIFACT-0402", 422, "subscription-invalid", "The subscription cannot be fulfilled."),
  CLOSING_DIFFERS(
      "EDIFACT-0403", 422, "closing-differs", "A closing version came with other content before.");

  private final String code;
  private final int status;
  private final String slug;
  private final String title;

  SubscriptionRejection(String code, int status, String slug, String title) {
    this.code = code;
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
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
    return "edifact";
  }
}
