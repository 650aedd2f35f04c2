package org.nachbarstrom.edifact.core.interchange;

/**
 * How large an interchange to write may become before the next one begins.
 *
 * @param maxBytes most bytes, uncompressed, UNA to UNZ
 * @param maxMessages most messages
 */
public record InterchangeLimits(long maxBytes, int maxMessages) {
  private static final int COUNTABLE = 999_999;

  /** 20 MB, as many messages as UNZ can count. */
  public static final InterchangeLimits DEFAULT = new InterchangeLimits(20_000_000, COUNTABLE);

  /**
   * Limits.
   *
   * @throws IllegalArgumentException if a limit is below 1 or above what UNZ can count
   */
  public InterchangeLimits {
    if (maxBytes < 1 || maxMessages < 1 || maxMessages > COUNTABLE) {
      throw new IllegalArgumentException("an interchange has 1 to 999999 messages and 1 byte");
    }
  }
}
