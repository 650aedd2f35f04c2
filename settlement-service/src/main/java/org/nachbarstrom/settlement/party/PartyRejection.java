package org.nachbarstrom.settlement.party;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about parties and payers. */
public enum PartyRejection implements Rejection {
  /** No party of the tenant has this id. */
  PARTY_UNKNOWN("SETTLEMENT-0011", 404, "party-unknown", "There is no such party."),
  /** An assignment names a party that is not declared. */
  PAYER_UNKNOWN("SETTLEMENT-0012", 422, "payer-unknown", "A payer is not a declared party."),
  /** Two assignments have a day in common. */
  PAYERS_OVERLAP("SETTLEMENT-0013", 422, "payers-overlap", "Two parties would pay for one day."),
  /** An assignment ends before it begins. */
  PAYER_PERIOD_EMPTY("SETTLEMENT-0014", 422, "payer-period-empty", "An assignment has no day."),
  /** An id in the path has not the form of its kind. */
  MALFORMED_ID("SETTLEMENT-0015", 400, "malformed-id", "An id has not the form of its kind.");

  private final Entry entry;

  PartyRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
