package org.nachbarstrom.pricing.tariff;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about tariffs. */
public enum TariffRejection implements Rejection {
  /** No tariff of the tenant has this id. */
  TARIFF_UNKNOWN("PRICING-0001", 404, "tariff-unknown", "There is no such tariff."),
  /** Two components of a kind have a day in common. */
  COMPONENTS_OVERLAP(
      "PRICING-0002", 422, "components-overlap", "A kind of price would hold twice on a day."),
  /** A component has no day, a bad price or a bad rate. */
  COMPONENT_INVALID(
      "PRICING-0003", 422, "component-invalid", "A component cannot be taken as it is."),
  /** An id in the path has not the form of its kind. */
  MALFORMED_ID("PRICING-0004", 400, "malformed-id", "An id has not the form of its kind.");

  private final Entry entry;

  TariffRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
