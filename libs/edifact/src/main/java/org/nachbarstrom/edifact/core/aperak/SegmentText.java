package org.nachbarstrom.edifact.core.aperak;

/** Looks into a segment that is kept as text, written with the default service characters. */
final class SegmentText {
  private static final int TAG_LENGTH = 3;

  private SegmentText() {}

  /**
   * A component of a segment, both counted from 1; empty if it is not there or the segment is
   * written with other service characters.
   */
  static String component(String segment, int element, int component) {
    if (segment.length() <= TAG_LENGTH || segment.charAt(TAG_LENGTH) != '+') {
      return "";
    }
    StringBuilder found = new StringBuilder();
    int atElement = 0;
    int atComponent = 1;
    for (int i = 0; i < segment.length(); i++) {
      char character = segment.charAt(i);
      if (character == '+') {
        atElement++;
        atComponent = 1;
      } else if (character == ':') {
        atComponent++;
      } else {
        if (character == '?' && i + 1 < segment.length()) {
          character = segment.charAt(++i);
        }
        if (atElement == element && atComponent == component) {
          found.append(character);
        }
      }
    }
    return found.toString();
  }
}
