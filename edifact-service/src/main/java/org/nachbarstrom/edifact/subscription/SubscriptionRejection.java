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

  private final Entry entry;

  SubscriptionRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
