package org.nachbarstrom.clearing.proof;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about proofs. */
public enum ProofRejection implements Rejection {
  BOOKING_NOT_FOUND("CLEARING-0030", 404, "booking-not-found", "There is no such booking."),
  BOOKING_NOT_ANCHORED(
      "CLEARING-0031", 409, "booking-not-anchored", "The booking is not on the chain yet."),
  ROOT_DIFFERS(
      "CLEARING-0032", 500, "root-differs", "The journal no longer yields the anchored root.");

  private final String code;
  private final int status;
  private final String slug;
  private final String title;

  ProofRejection(String code, int status, String slug, String title) {
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
