package org.nachbarstrom.support.problem;

/** Refusals that every service can answer, independent of what it does. */
public enum PlatformRejection implements Rejection {
  INTERNAL_ERROR("PLATFORM-0001", 500, "internal-error", "The service failed on its own."),
  MALFORMED_REQUEST("PLATFORM-0002", 400, "malformed-request", "The request cannot be read."),
  NOT_FOUND("PLATFORM-0003", 404, "not-found", "Nothing is at this address."),
  NOT_AUTHENTICATED("PLATFORM-0004", 401, "not-authenticated", "A valid bearer token is missing."),
  NOT_ALLOWED("PLATFORM-0005", 403, "not-allowed", "The token does not allow this."),
  NO_TENANT("PLATFORM-0006", 403, "no-tenant", "The token names no tenant."),
  UNREADABLE_EVENT("PLATFORM-0007", 400, "unreadable-event", "An event cannot be understood."),
  REFUSED_BY_HTTP("PLATFORM-0008", 400, "refused-by-http", "The HTTP layer refuses the request."),
  TOO_LARGE("PLATFORM-0009", 413, "too-large", "The request is larger than allowed.");

  private final Entry entry;

  PlatformRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
