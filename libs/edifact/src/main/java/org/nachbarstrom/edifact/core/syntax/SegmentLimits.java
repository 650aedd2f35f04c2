package org.nachbarstrom.edifact.core.syntax;

/**
 * How large one segment may be; bounds the memory that any input can claim.
 *
 * @param maxBytes longest segment in bytes without separators and release characters, at least 16
 * @param maxComponents most components of one segment over all its elements, at least 8
 */
public record SegmentLimits(int maxBytes, int maxComponents) {
  /** Far above anything the market sends: 16 384 bytes and 512 components. */
  public static final SegmentLimits DEFAULT = new SegmentLimits(16_384, 512);

  /**
   * Limits.
   *
   * @throws IllegalArgumentException if a limit is below its minimum
   */
  public SegmentLimits {
    if (maxBytes < 16 || maxComponents < 8) {
      throw new IllegalArgumentException("a segment needs room for 16 bytes and 8 components");
    }
  }
}
