package org.nachbarstrom.metering.sharing;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a request about communities and their allocation. */
public enum SharingRejection implements Rejection {
  INVALID_COMMUNITY(
      "METERING-0020", 422, "invalid-community", "The community cannot be declared like this."),
  UNKNOWN_COMMUNITY(
      "METERING-0021", 404, "unknown-community", "No community is declared under this id."),
  INVALID_PERIOD("METERING-0022", 400, "invalid-period", "The period asked for is not valid.");

  private final Entry entry;

  SharingRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
