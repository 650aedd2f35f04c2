package org.nachbarstrom.edifact.core;

/**
 * Something that is wrong with an interchange.
 *
 * @param code what
 * @param position where
 * @param text one sentence for a person, with the values it is about; cut after 300 characters
 * @param segmentText the faulty segment as sent, without terminator; cut after 512 characters,
 *     empty where there is none or it is not known
 * @param segmentName name of the segment in the message description; empty where it is not known
 */
public record Finding(
    FindingCode code, Position position, String text, String segmentText, String segmentName) {
  private static final int MAX_TEXT = 300;
  private static final int MAX_SEGMENT = 512;

  /** A finding. */
  public Finding {
    text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    segmentText =
        segmentText.length() > MAX_SEGMENT ? segmentText.substring(0, MAX_SEGMENT) : segmentText;
  }

  /** A finding in a segment whose name is not known. */
  public Finding(FindingCode code, Position position, String text, String segmentText) {
    this(code, position, text, segmentText, "");
  }

  /** A finding without the text of its segment. */
  public Finding(FindingCode code, Position position, String text) {
    this(code, position, text, "", "");
  }

  @Override
  public String toString() {
    return code + " at " + position + ": " + text;
  }
}
