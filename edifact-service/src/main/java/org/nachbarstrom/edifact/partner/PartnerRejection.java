package org.nachbarstrom.edifact.partner;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about partners. */
public enum PartnerRejection implements Rejection {
  PARTNER_CODE_INVALID(
      "EDIFACT-0101", 422, "partner-code-invalid", "The code of the partner is not valid."),
  PARTNER_NOT_FOUND("EDIFACT-0102", 404, "partner-not-found", "There is no such partner."),
  PARTNER_ROLES_INVALID(
      "EDIFACT-0103", 422, "partner-roles-invalid", "The roles of the partner contradict.");

  private final String code;
  private final int status;
  private final String slug;
  private final String title;

  PartnerRejection(String code, int status, String slug, String title) {
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
