package org.nachbarstrom.suite.cli;

/** A file or argument that this command cannot use; the message says why. */
final class InputRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputRefused(String message) {
    super(message);
  }

  InputRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
