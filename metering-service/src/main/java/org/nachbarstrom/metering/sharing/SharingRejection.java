package org.nachbarstrom.metering.sharing;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse a request about communities and their allocation. */
public enum SharingRejection implements Rejection {
  INVALID_COMMUNITY(20, 422, "invalid-community", "The community cannot be declared like this."),
  UNKNOWN_COMMUNITY(21, 404, "unknown-community", "No community is declared under this id."),
  INVALID_PERIOD(22, 400, "invalid-period", "The period asked for is not valid.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  SharingRejection(int number, int status, String slug, String title) {
    this.number = number;
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  @Override
  public String code() {
    return "METERING-%04d".formatted(number);
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
    return "metering";
  }
}
