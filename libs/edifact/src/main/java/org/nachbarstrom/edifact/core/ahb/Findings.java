package org.nachbarstrom.edifact.core.ahb;

import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Hands findings to their sink and counts them. */
final class Findings {
  private final FindingSink sink;
  private int count;

  Findings(FindingSink sink) {
    this.sink = sink;
  }

  int count() {
    return count;
  }

  void segment(FindingCode code, Segment segment, SegmentUse use, String text) {
    at(code, segment, use.name(), FindingSink.Place.SEGMENT, text);
  }

  void at(FindingCode code, Segment segment, String name, FindingSink.Place place, String text) {
    count++;
    sink.report(code, segment, name, place, text);
  }

  void missing(FindingCode code, Segment before, SegmentUse use, String text) {
    count++;
    sink.missing(code, before, use.tag(), use.name(), text);
  }
}
