package org.nachbarstrom.suite.proof;

import java.util.HexFormat;

/**
 * Bytes as Ethereum writes them.
 *
 * @param text 0x and an even number of lower-case hexadecimal digits
 */
record Hex(String text) {

  private static final String PREFIX = "0x";

  Hex {
    if (!text.matches("0x([0-9a-f]{2})*")) {
      throw new IllegalArgumentException("expected 0x and hexadecimal digits: " + text);
    }
  }

  static Hex of(byte[] bytes) {
    return new Hex(PREFIX + HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(text.substring(PREFIX.length()));
  }

  int length() {
    return (text.length() - PREFIX.length()) / 2;
  }

  /** The digits alone. */
  String digits() {
    return text.substring(PREFIX.length());
  }
}
