package org.nachbarstrom.edifact.core.syntax;

/** A segment taken out of a reader, as bytes; can be used again for another one. */
public final class SegmentCopy extends SegmentView {
  private static final int USUAL_BYTES = 64;
  private static final int USUAL_COMPONENTS = 8;

  private int number;

  /** An empty copy, without tag. */
  public SegmentCopy() {
    super(new byte[USUAL_BYTES], USUAL_COMPONENTS);
  }

  /** Takes a segment over. */
  public void set(SegmentView segment, int numberInMessage) {
    copy(segment);
    number = numberInMessage;
  }

  /** Its number in the message, UNH is 1. */
  public int number() {
    return number;
  }

  /** The segment as text. */
  public Segment toSegment() {
    return Segment.copyOf(this, number);
  }
}
