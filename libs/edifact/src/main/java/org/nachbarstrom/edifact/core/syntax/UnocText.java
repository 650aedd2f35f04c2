package org.nachbarstrom.edifact.core.syntax;

import java.text.Normalizer;

/**
 * Text within the characters of UNOC (the printable ones of ISO 8859-1). What it does not have is
 * replaced by what a reader takes it for: typographic dashes, quotes and dots by plain ones, other
 * letters by their base letter, line breaks and tabs by a blank, the rest by a question mark.
 */
public final class UnocText {
  private UnocText() {}

  /**
   * The text as it can be sent, without blanks at its end.
   *
   * @param text any text
   * @param maxLength where it is cut, in characters, release characters not counted
   */
  public static String of(String text, int maxLength) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), maxLength));
    int at = 0;
    while (at < text.length() && out.length() < maxLength) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (allowed(character)) {
        out.append((char) character);
      } else {
        out.append(replacement(character));
      }
    }
    out.setLength(Math.min(out.length(), maxLength));
    return out.toString().stripTrailing();
  }

  private static boolean allowed(int character) {
    return (character >= 0x20 && character < 0x7f) || (character >= 0xa0 && character <= 0xff);
  }

  private static String replacement(int character) {
    return switch (character) {
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> "-";
      case 0x2018, 0x2019, 0x201a, 0x201b, 0x2032 -> "'";
      case 0x201c, 0x201d, 0x201e, 0x201f, 0x2033 -> "\"";
      case 0x2026 -> "...";
      case 0x20ac -> "EUR";
      case 0x2190 -> "<-";
      case 0x2192 -> "->";
      case 0x2264 -> "<=";
      case 0x2265 -> ">=";
      default -> other(character);
    };
  }

  private static String other(int character) {
    if (character < 0x20 || Character.isWhitespace(character)) {
      return " ";
    }
    StringBuilder base = new StringBuilder();
    Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
        .codePoints()
        .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
        .forEach(part -> base.append(allowed(part) ? (char) part : '?'));
    return base.isEmpty() ? "?" : base.toString();
  }
}
