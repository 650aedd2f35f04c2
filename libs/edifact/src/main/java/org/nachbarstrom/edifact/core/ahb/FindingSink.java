package org.nachbarstrom.edifact.core.ahb;

import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Takes what a check finds. */
public interface FindingSink {
  /**
   * Something is wrong with a segment.
   *
   * @param segmentName its name in the message description; empty if it matches none of the profile
   * @param place the element it is about
   * @param text one sentence for a person
   */
  void report(FindingCode code, Segment segment, String segmentName, Place place, String text);

  /**
   * Something is missing behind the given segment.
   *
   * @param tag tag of the segment that is missing
   * @param segmentName its name in the message description
   */
  void missing(FindingCode code, Segment before, String tag, String segmentName, String text);

  /**
   * Element and component within a segment.
   *
   * @param element element after the tag, from 1; 0 for the segment as a whole
   * @param component component of the element, from 1; 0 for the element as a whole
   */
  record Place(int element, int component) {
    /** The segment as a whole. */
    public static final Place SEGMENT = new Place(0, 0);
  }
}
