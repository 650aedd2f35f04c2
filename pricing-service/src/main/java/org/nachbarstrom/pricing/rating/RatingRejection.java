package org.nachbarstrom.pricing.rating;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about ratings. */
public enum RatingRejection implements Rejection {
  /** There is no rating of this closing or point. */
  RATING_UNKNOWN("PRICING-0021", 404, "rating-unknown", "There is no such rating."),
  /** A member-energy event contradicts itself. */
  ENERGY_INCONSISTENT(
      "PRICING-0022", 422, "energy-inconsistent", "Quantities of an event do not add up.");

  private final String code;
  private final int status;
  private final String slug;
  private final String title;

  RatingRejection(String code, int status, String slug, String title) {
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
    return "pricing";
  }
}
