package org.nachbarstrom.edifact.core.mscons.write;

/** How often groups may come in a message (message structure of MIG 2.4c and 2.5). */
final class LineLimits {
  /** Most values (SG10) of a register. */
  static final int MAX_VALUES = 9_999;

  /** Most registers (SG9) of a message. */
  static final int MAX_LINES = 99_999;

  /** Most segments that UNT can count. */
  static final int MAX_SEGMENTS = 999_999;

  private LineLimits() {}

  static String tooMany(Object register) {
    return register + " has over " + MAX_VALUES + " values; send several messages";
  }
}
