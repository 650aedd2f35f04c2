package org.nachbarstrom.clearing.ledger;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about accounts. */
public enum LedgerRejection implements Rejection {
  ACCOUNT_NOT_FOUND("CLEARING-0020", 404, "account-not-found", "There is no such account.");

  private final Entry entry;

  LedgerRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
