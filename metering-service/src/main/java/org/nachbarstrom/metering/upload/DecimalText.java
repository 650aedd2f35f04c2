package org.nachbarstrom.metering.upload;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.quantities.Energy;

/**
 * Reads energies of decimal texts such as {@code 0.125}, exactly: no binary floating point, no
 * rounding. A dot is the decimal mark. An exponent is taken as long as the number is one that could
 * be written without.
 */
public final class DecimalText {
  /** Answer: no decimal number. */
  public static final long UNREADABLE = -1;

  /** Answer: below zero. */
  public static final long NEGATIVE = -2;

  /** Answer: finer than 10⁻⁶ kWh. */
  public static final long TOO_FINE = -3;

  /** Answer: above 1 GWh. */
  public static final long TOO_LARGE = -4;

  private static final int MOST_WHOLE_DIGITS = 12;
  private static final Pattern FORM = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
  private static final int LONGEST = 40;
  private static final int LARGEST_EXPONENT = 20;

  private DecimalText() {}

  /**
   * Reads kilowatt-hours.
   *
   * @return 10⁻⁶ kWh, or one of the negative constants of this class
   */
  public static long milliWattHours(CharSequence text) {
    if (text.length() > LONGEST) {
      return UNREADABLE;
    }
    int at = 0;
    long whole = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      if (at == MOST_WHOLE_DIGITS) {
        return slow(text);
      }
      whole = whole * 10 + (text.charAt(at++) - '0');
    }
    if (at == 0) {
      return slow(text);
    }
    return at == text.length() ? limited(whole * 1_000_000) : withFraction(text, at, whole);
  }

  private static long withFraction(CharSequence text, int dot, long whole) {
    int digits = text.length() - dot - 1;
    if (text.charAt(dot) != '.' || digits == 0 || digits > Energy.KILOWATT_HOUR_SCALE) {
      return slow(text);
    }
    long value = whole;
    for (int at = dot + 1; at < text.length(); at++) {
      if (!isDigit(text.charAt(at))) {
        return slow(text);
      }
      value = value * 10 + (text.charAt(at) - '0');
    }
    for (int i = digits; i < Energy.KILOWATT_HOUR_SCALE; i++) {
      value *= 10;
    }
    return limited(value);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static long slow(CharSequence text) {
    return FORM.matcher(text).matches()
        ? milliWattHours(new BigDecimal(text.toString()))
        : UNREADABLE;
  }

  /**
   * Reads kilowatt-hours.
   *
   * @return 10⁻⁶ kWh, or one of the negative constants of this class
   */
  public static long milliWattHours(BigDecimal kilowattHours) {
    if (kilowattHours.signum() < 0) {
      return NEGATIVE;
    }
    if (kilowattHours.signum() == 0) {
      return 0;
    }
    // Before any arithmetic: the digits of 1e999999 would fill the memory.
    long magnitude = (long) kilowattHours.precision() - kilowattHours.scale();
    if (magnitude > MOST_WHOLE_DIGITS) {
      return TOO_LARGE;
    }
    if (kilowattHours.scale() > LONGEST + LARGEST_EXPONENT) {
      return TOO_FINE;
    }
    try {
      return limited(Energy.ofKilowattHours(kilowattHours).milliWattHours());
    } catch (ArithmeticException finer) {
      return TOO_FINE;
    }
  }

  private static long limited(long milliWattHours) {
    return milliWattHours > DayBlockAssembly.LARGEST_MILLI_WATT_HOURS ? TOO_LARGE : milliWattHours;
  }

  /** What a negative answer means. */
  public static Fault fault(long answer) {
    return switch ((int) answer) {
      case (int) NEGATIVE -> Fault.NEGATIVE_VALUE;
      case (int) TOO_FINE -> Fault.TOO_FINE;
      case (int) TOO_LARGE -> Fault.TOO_LARGE;
      default -> Fault.UNREADABLE_VALUE;
    };
  }
}
