package org.nachbarstrom.edifact.dispatch;

/**
 * What made us send an interchange.
 *
 * @param kind what it was
 * @param id which one: an id of ours, or a closing with its version
 */
public record Cause(Kind kind, String id) {
  /** What can make us send. */
  public enum Kind {
    /** An interchange we received and answer. */
    RECEIVED_INTERCHANGE,
    /** A closing version that a partner subscribed to. */
    CLOSING_VERSION,
    /** Substitute values that a partner subscribed to. */
    SUBSTITUTES
  }
}
