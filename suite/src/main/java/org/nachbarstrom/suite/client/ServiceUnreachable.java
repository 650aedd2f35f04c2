package org.nachbarstrom.suite.client;

/** A service did not answer at all. */
public final class ServiceUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServiceUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
