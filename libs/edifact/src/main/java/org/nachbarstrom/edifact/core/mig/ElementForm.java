package org.nachbarstrom.edifact.core.mig;

import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;

/**
 * What the message description says about a component.
 *
 * @param name number of the data element, four digits
 * @param mandatory whether it must be filled whenever the segment is sent
 * @param used false where the market does not use it and it stays empty
 * @param type which characters it has
 * @param length how long it is
 */
public record ElementForm(String name, boolean mandatory, boolean used, Type type, Length length) {
  /** Character classes of ISO 9735. */
  public enum Type {
    ALPHABETIC,
    NUMERIC,
    ALPHANUMERIC
  }

  /**
   * Lengths.
   *
   * @param min fewest characters
   * @param max most characters; of a number its digits
   */
  public record Length(int min, int max) {}

  private static final int STATUS = 1;
  private static final int FORMAT = 2;

  /** Reads {@code 6060:M:n..35}, with {@code !} before what must be filled. */
  static ElementForm parse(String text) {
    boolean mandatory = text.startsWith("!");
    String[] parts = (mandatory ? text.substring(1) : text).split(":", -1);
    if (parts.length == FORMAT && parts[STATUS].equals("N")) {
      return new ElementForm(parts[0], false, false, Type.ALPHANUMERIC, new Length(0, 0));
    }
    String format = parts[FORMAT];
    int letters = 0;
    while (Character.isLetter(format.charAt(letters))) {
      letters++;
    }
    Type type =
        switch (format.substring(0, letters)) {
          case "a" -> Type.ALPHABETIC;
          case "n" -> Type.NUMERIC;
          case "an" -> Type.ALPHANUMERIC;
          default -> throw new IllegalStateException("unknown format " + format);
        };
    boolean open = format.startsWith("..", letters);
    int max = Integer.parseInt(format.substring(open ? letters + 2 : letters));
    return new ElementForm(parts[0], mandatory, true, type, new Length(open ? 0 : max, max));
  }

  /** What is wrong with a filled component, if anything. */
  Optional<FindingCode> fault(String value, NumberText.Notation notation) {
    if (!used) {
      return Optional.of(FindingCode.ELEMENT_NOT_USED);
    }
    Optional<FindingCode> character =
        switch (type) {
          case NUMERIC -> NumberText.fault(value, notation);
          case ALPHABETIC -> letters(value);
          case ALPHANUMERIC -> Optional.empty();
        };
    return character.isPresent() ? character : lengthFault(size(value));
  }

  private Optional<FindingCode> lengthFault(int size) {
    if (size > length.max()) {
      return Optional.of(FindingCode.ELEMENT_TOO_LONG);
    }
    return size < length.min() ? Optional.of(FindingCode.ELEMENT_TOO_SHORT) : Optional.empty();
  }

  private int size(String value) {
    if (type != Type.NUMERIC) {
      return value.length();
    }
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      digits += value.charAt(i) >= '0' && value.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }

  private static Optional<FindingCode> letters(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!Character.isLetter(value.charAt(i))) {
        return Optional.of(FindingCode.ELEMENT_NOT_ALPHABETIC);
      }
    }
    return Optional.empty();
  }

  /** Lengths and characters for a person. */
  String expectation() {
    String kind =
        switch (type) {
          case ALPHABETIC -> "letters";
          case NUMERIC -> "digits";
          case ALPHANUMERIC -> "characters";
        };
    return (length.min() == length.max() ? "exactly " : "at most ") + length.max() + " " + kind;
  }
}
