package org.nachbarstrom.edifact.core;

/**
 * A place in an interchange. Numbers count from 1, 0 means that the finding is not about one.
 *
 * @param messageReference reference of UNH, empty outside messages
 * @param segment number of the segment in its message (UNH is 1), 0 outside messages; of a missing
 *     segment the number of the one before
 * @param tag tag of the segment
 * @param element element after the tag; CONTRL counts the tag too and has one more
 * @param component component of the element
 */
public record Position(
    String messageReference, int segment, String tag, int element, int component) {
  /** A place outside messages: UNA, UNB or UNZ. */
  public static Position service(String tag, int element, int component) {
    return new Position("", 0, tag, element, component);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(tag);
    if (segment > 0) {
      text.append(" (segment ").append(segment).append(')');
    }
    if (element > 0) {
      text.append(" element ").append(element);
    }
    if (component > 0) {
      text.append(" component ").append(component);
    }
    return messageReference.isEmpty() ? text.toString() : messageReference + " " + text;
  }
}
