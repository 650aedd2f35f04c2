package org.nachbarstrom.edifact.core.contrl;

import java.util.Arrays;
import java.util.Optional;

/** Syntax errors of CONTRL 2.0b (data element 0085), and where each may stand. */
public enum SyntaxErrorCode {
  /** 2. */
  SYNTAX_UNSUPPORTED(2, "syntax version or level not supported", Place.UCI),
  /** 7. */
  RECIPIENT_WRONG(7, "the recipient of the interchange is not the actual recipient", Place.UCI),
  /** 12. */
  VALUE_INVALID(12, "invalid value", Place.UCI, Place.UCM, Place.UCD),
  /** 13. */
  MISSING(13, "missing", Place.UCI, Place.UCM, Place.UCS, Place.UCD),
  /** 15. */
  UNSUPPORTED_HERE(15, "not supported in this position", Place.UCS),
  /** 16. */
  TOO_MANY_CONSTITUENTS(16, "too many constituents", Place.UCI, Place.UCM, Place.UCS, Place.UCD),
  /** 19. */
  DECIMAL_INVALID(19, "invalid decimal notation", Place.UCD),
  /** 20. */
  CHARACTER_UNUSABLE(20, "character invalid as service character", Place.UCI),
  /** 21. */
  CHARACTER_INVALID(21, "invalid character", Place.UCI, Place.UCM, Place.UCD),
  /** 22. */
  SERVICE_CHARACTER_INVALID(22, "invalid service character", Place.UCM, Place.UCS, Place.UCD),
  /** 23. */
  SENDER_UNKNOWN(23, "the sender of the interchange is not known", Place.UCI),
  /** 25. */
  TEST_UNSUPPORTED(25, "test indicator not supported", Place.UCI),
  /** 26. */
  DUPLICATE(26, "duplicate detected", Place.UCI, Place.UCM),
  /** 28. */
  REFERENCES_DIFFER(28, "references do not match", Place.UCI, Place.UCM),
  /** 29. */
  COUNT_DIFFERS(29, "control count does not match the number received", Place.UCI, Place.UCM),
  /** 32. */
  LOWER_LEVEL_EMPTY(32, "the interchange has no message", Place.UCI),
  /** 35. */
  SEGMENT_REPEATED(35, "too many repetitions of a segment", Place.UCS),
  /** 36. */
  GROUP_REPEATED(36, "too many repetitions of a segment group", Place.UCS),
  /** 37. */
  CHARACTER_TYPE_INVALID(37, "invalid type of character", Place.UCD),
  /** 38. */
  DIGIT_MISSING(38, "no digit before the decimal mark", Place.UCD),
  /** 39. */
  TOO_LONG(39, "data element too long", Place.UCM, Place.UCD),
  /** 40. */
  TOO_SHORT(40, "data element too short", Place.UCD);

  /** The segments that carry a syntax error. */
  public enum Place {
    /** The interchange, UNA, UNB or UNZ. */
    UCI,
    /** A message, UNH or UNT. */
    UCM,
    /** A segment as a whole. */
    UCS,
    /** An element or component. */
    UCD
  }

  private final int code;
  private final String text;
  private final String places;

  SyntaxErrorCode(int code, String text, Place... places) {
    this.code = code;
    this.text = text;
    this.places = Arrays.toString(places);
  }

  /** The error with a code; empty if CONTRL 2.0b has none. */
  public static Optional<SyntaxErrorCode> of(int code) {
    for (SyntaxErrorCode known : values()) {
      if (known.code == code) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** What a code says, for a person. */
  public static String text(int code) {
    return of(code).map(SyntaxErrorCode::text).orElse("unknown syntax error " + code);
  }

  /** Whether a code may stand in a segment. */
  public static boolean allowed(int code, Place place) {
    return of(code).filter(known -> known.places.contains(place.name())).isPresent();
  }

  /** Data element 0085. */
  public int code() {
    return code;
  }

  /** What it says, for a person. */
  public String text() {
    return text;
  }
}
