package org.nachbarstrom.edifact.core;

import org.nachbarstrom.edifact.core.syntax.SegmentLimits;

/**
 * How much an interchange may claim; what exceeds a limit is refused and the answer names it.
 *
 * @param segment largest segment
 * @param maxValues most values of a message over all its registers; bounds the memory of one
 *     message
 * @param maxHeadSegments most segments of a message outside its values (SG9, SG10), and of one
 *     value
 * @param maxMessages most messages of an interchange; UNZ cannot count more than 999 999
 * @param maxFindings findings kept per message and for the interchange; further ones are counted
 */
public record ReadLimits(
    SegmentLimits segment, int maxValues, int maxHeadSegments, int maxMessages, int maxFindings) {
  private static final int FOUR_YEARS = (4 * 365 + 1) * 96;

  /**
   * Four years of quarter-hours in a message, 200 head segments, 999 999 messages, 100 findings.
   */
  public static final ReadLimits DEFAULT =
      new ReadLimits(SegmentLimits.DEFAULT, FOUR_YEARS, 200, 999_999, 100);

  /**
   * Limits.
   *
   * @throws IllegalArgumentException if a maximum is below 1
   */
  public ReadLimits {
    if (maxValues < 1 || maxHeadSegments < 1 || maxMessages < 1 || maxFindings < 1) {
      throw new IllegalArgumentException("each maximum is at least 1");
    }
  }

  /** The same with another largest number of values per message. */
  public ReadLimits withMaxValues(int most) {
    return new ReadLimits(segment, most, maxHeadSegments, maxMessages, maxFindings);
  }

  /** The same with another number of findings kept. */
  public ReadLimits withMaxFindings(int most) {
    return new ReadLimits(segment, maxValues, maxHeadSegments, maxMessages, most);
  }
}
