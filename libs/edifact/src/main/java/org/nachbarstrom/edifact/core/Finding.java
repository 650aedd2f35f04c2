package org.nachbarstrom.edifact.core;

/**
 * Something that is wrong with an interchange.
 *
 * @param code what
 * @param position where
 * @param text one sentence for a person, with the values it is about; cut after 300 characters
 */
public record Finding(FindingCode code, Position position, String text) {
  private static final int MAX_TEXT = 300;

  /** A finding. */
  public Finding {
    text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }

  @Override
  public String toString() {
    return code + " at " + position + ": " + text;
  }
}
