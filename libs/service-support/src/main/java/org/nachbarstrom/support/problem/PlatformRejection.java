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

  private final String code;
  private final int status;
  private final String slug;
  private final String title;

  PlatformRejection(String code, int status, String slug, String title) {
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
    return "platform";
  }
}
