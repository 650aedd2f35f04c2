package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentCopy;
import org.nachbarstrom.edifact.core.syntax.SegmentView;
import org.nachbarstrom.edifact.core.syntax.Tag;

/**
 * The segments of one value (SG10: QTY, DTM, STS) as bytes. Its {@linkplain #key key} is everything
 * but the number and the digits of its times.
 */
final class ValueGroup {
  private static final int MAX_KEYED_SEGMENTS = 16;
  private static final int KEYS_PER_SEGMENT = 4;
  private static final int TIME_COMPONENTS = 4;

  private final int maxSegments;
  private final List<SegmentCopy> copies = new ArrayList<>();
  private final long[] key = new long[MAX_KEYED_SEGMENTS * KEYS_PER_SEGMENT];
  private int size;
  private int keyLength;
  private boolean keyed;

  ValueGroup(int maxSegments) {
    this.maxSegments = maxSegments;
  }

  void clear() {
    size = 0;
    keyLength = 0;
    keyed = true;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** Adds a segment; false if there are too many. */
  boolean add(SegmentView segment, int number) {
    if (size == maxSegments) {
      return false;
    }
    if (size == copies.size()) {
      copies.add(new SegmentCopy());
    }
    copies.get(size++).set(segment, number);
    keyed = keyed && size <= MAX_KEYED_SEGMENTS && addKeys(segment);
    return true;
  }

  SegmentCopy get(int index) {
    return copies.get(index);
  }

  /** The segments as text. */
  List<Segment> segments() {
    List<Segment> segments = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      segments.add(copies.get(i).toSegment());
    }
    return segments;
  }

  /** Whether the key says all but number and times; if not, the value is one of its kind. */
  boolean keyed() {
    return keyed;
  }

  /** The key; of it the first {@link #keyLength} count. */
  long[] key() {
    return key;
  }

  int keyLength() {
    return keyLength;
  }

  private boolean addKeys(SegmentView segment) {
    int tag = segment.tag();
    long extent = (long) segment.totalComponents() << Integer.SIZE | tag;
    return switch (tag) {
      case Tag.QTY ->
          segment.elementCount() == 1
              && segment.componentCount(1) <= 3
              && keys(extent, segment.code(1, 1), segment.code(1, 3), 0);
      case Tag.DTM ->
          segment.elementCount() == 1
              && segment.totalComponents() == TIME_COMPONENTS
              && keys(extent, segment.code(1, 1), segment.code(1, 3), segment.length(1, 2));
      default ->
          segment.elementCount() <= 3
              && segment.totalComponents() == segment.elementCount() + 1
              && keys(extent, segment.code(1, 1), segment.code(2, 1), segment.code(3, 1));
    };
  }

  private boolean keys(long extent, long first, long second, long third) {
    key[keyLength++] = extent;
    key[keyLength++] = first;
    key[keyLength++] = second;
    key[keyLength++] = third;
    return first >= 0 && second >= 0 && third >= 0;
  }
}
