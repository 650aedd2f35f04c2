package org.nachbarstrom.pricing.contract;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about contracts. */
public enum ContractRejection implements Rejection {
  /** An assignment names a tariff that is not declared. */
  TARIFF_NOT_DECLARED(
      "PRICING-0011", 422, "tariff-not-declared", "A contract names an unknown tariff."),
  /** Two assignments have a day in common. */
  CONTRACTS_OVERLAP("PRICING-0012", 422, "contracts-overlap", "Two tariffs would price one day."),
  /** An assignment ends before it begins. */
  CONTRACT_PERIOD_EMPTY("PRICING-0013", 422, "contract-period-empty", "An assignment has no day.");

  private final Entry entry;

  ContractRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
