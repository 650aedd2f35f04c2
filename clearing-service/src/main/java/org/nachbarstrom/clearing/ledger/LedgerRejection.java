package org.nachbarstrom.clearing.ledger;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about accounts. */
public enum LedgerRejection implements Rejection {
  ACCOUNT_NOT_FOUND("CLEARING-0020", 404, "account-not-found", "There is no such account.");

  private final String code;
  private final int status;
  private final String slug;
  private final String title;

  LedgerRejection(String code, int status, String slug, String title) {
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
    return "clearing";
  }
}
