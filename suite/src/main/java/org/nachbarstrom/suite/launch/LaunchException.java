package org.nachbarstrom.suite.launch;

/** Something did not start or stop; the message says what and what to do. */
public final class LaunchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public LaunchException(String message) {
    super(message);
  }

  /** With a message for people and the cause for the log. */
  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
