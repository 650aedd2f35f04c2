package org.nachbarstrom.edifact.core;

import org.nachbarstrom.edifact.core.syntax.SegmentLimits;

/**
 * How an interchange is read.
 *
 * @param limits largest segment
 * @param maxQuarterHours most quarter-hours of a message, over all its registers; bounds the memory
 *     of one message
 * @param maxFindings findings kept per message and for the interchange; further ones are counted
 * @param anyDecimalMark take point and comma alike, whatever UNA announces
 * @param acceptTest read interchanges that UNB marks as test
 */
public record ReadOptions(
    SegmentLimits limits,
    int maxQuarterHours,
    int maxFindings,
    boolean anyDecimalMark,
    boolean acceptTest) {
  private static final int FOUR_YEARS = (4 * 365 + 1) * 96;

  /** Up to four years in a message, 100 findings each, strict decimal mark, no tests. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(SegmentLimits.DEFAULT, FOUR_YEARS, 100, false, false);

  /**
   * Options.
   *
   * @throws IllegalArgumentException if a maximum is below 1
   */
  public ReadOptions {
    if (maxQuarterHours < 1 || maxFindings < 1) {
      throw new IllegalArgumentException("maxQuarterHours and maxFindings are at least 1");
    }
  }
}
