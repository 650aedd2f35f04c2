package org.nachbarstrom.edifact.core.syntax;

/** Segment tags as numbers, three characters in the lower 24 bits, so that they can be switched. */
public final class Tag {
  public static final int UNA = ('U' << 16) | ('N' << 8) | 'A';
  public static final int UNB = ('U' << 16) | ('N' << 8) | 'B';
  public static final int UNH = ('U' << 16) | ('N' << 8) | 'H';
  public static final int UNS = ('U' << 16) | ('N' << 8) | 'S';
  public static final int UNT = ('U' << 16) | ('N' << 8) | 'T';
  public static final int UNZ = ('U' << 16) | ('N' << 8) | 'Z';
  public static final int BGM = ('B' << 16) | ('G' << 8) | 'M';
  public static final int CCI = ('C' << 16) | ('C' << 8) | 'I';
  public static final int COM = ('C' << 16) | ('O' << 8) | 'M';
  public static final int CTA = ('C' << 16) | ('T' << 8) | 'A';
  public static final int DTM = ('D' << 16) | ('T' << 8) | 'M';
  public static final int LIN = ('L' << 16) | ('I' << 8) | 'N';
  public static final int LOC = ('L' << 16) | ('O' << 8) | 'C';
  public static final int NAD = ('N' << 16) | ('A' << 8) | 'D';
  public static final int PIA = ('P' << 16) | ('I' << 8) | 'A';
  public static final int QTY = ('Q' << 16) | ('T' << 8) | 'Y';
  public static final int RFF = ('R' << 16) | ('F' << 8) | 'F';
  public static final int STS = ('S' << 16) | ('T' << 8) | 'S';

  /** What {@link SegmentReader#tag()} gives where a segment does not begin with a tag. */
  public static final int NONE = 0;

  private Tag() {}

  /** The three characters; {@code ???} for {@link #NONE}. */
  public static String text(int tag) {
    return tag == NONE
        ? "???"
        : "" + (char) ((tag >> 16) & 0xff) + (char) ((tag >> 8) & 0xff) + (char) (tag & 0xff);
  }
}
