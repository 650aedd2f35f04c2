package org.nachbarstrom.edifact.partner;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about partners. */
public enum PartnerRejection implements Rejection {
  PARTNER_CODE_INVALID(
      "EDIFACT-0101", 422, "partner-code-invalid", "The code of the partner is not valid."),
  PARTNER_NOT_FOUND("EDIFACT-0102", 404, "partner-not-found", "There is no such partner."),
  PARTNER_ROLES_INVALID(
      "EDIFACT-0103", 422, "partner-roles-invalid", "The roles of the partner contradict.");

  private final Entry entry;

  PartnerRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
