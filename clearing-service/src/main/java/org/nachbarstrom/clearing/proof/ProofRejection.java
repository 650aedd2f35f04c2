package org.nachbarstrom.clearing.proof;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about proofs. */
public enum ProofRejection implements Rejection {
  BOOKING_NOT_FOUND("CLEARING-0030", 404, "booking-not-found", "There is no such booking."),
  BOOKING_NOT_ANCHORED(
      "CLEARING-0031", 409, "booking-not-anchored", "The booking is not on the chain yet."),
  ROOT_DIFFERS(
      "CLEARING-0032", 500, "root-differs", "The journal no longer yields the anchored root.");

  private final Entry entry;

  ProofRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
