package org.nachbarstrom.edifact.core.mscons;

import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentCopy;
import org.nachbarstrom.edifact.core.syntax.SegmentView;

/**
 * Copies of segments, taken once for those that come again at the same place of the next message.
 */
final class SegmentMemo {
  private static final int PLACES = 32;

  private final SegmentCopy[] bytes = new SegmentCopy[PLACES];
  private final @Nullable Segment[] segments = new Segment[PLACES];

  /** The segment as text. */
  Segment take(SegmentView segment, int number) {
    if (number >= PLACES) {
      return Segment.copyOf(segment, number);
    }
    Segment known = segments[number];
    if (known != null && bytes[number].sameAs(segment)) {
      return known;
    }
    if (known == null) {
      bytes[number] = new SegmentCopy();
    }
    bytes[number].set(segment, number);
    Segment copy = Segment.copyOf(segment, number);
    segments[number] = copy;
    return copy;
  }
}
