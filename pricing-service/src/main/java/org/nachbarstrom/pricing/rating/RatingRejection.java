package org.nachbarstrom.pricing.rating;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about ratings. */
public enum RatingRejection implements Rejection {
  /** There is no rating of this closing or point. */
  RATING_UNKNOWN("PRICING-0021", 404, "rating-unknown", "There is no such rating."),
  /** A member-energy event contradicts itself. */
  ENERGY_INCONSISTENT(
      "PRICING-0022", 422, "energy-inconsistent", "Quantities of an event do not add up.");

  private final Entry entry;

  RatingRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
