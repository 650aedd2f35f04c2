package org.nachbarstrom.metering.upload.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nachbarstrom.metering.upload.DecimalText;
import org.nachbarstrom.metering.upload.FileMapping;

/** Numbers of cells. */
final class CellNumber {
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");

  /** What spreadsheets keep of a number; the digits behind are left over from binary fractions. */
  private static final MathContext SPREADSHEET = new MathContext(15, RoundingMode.HALF_UP);

  private static final int WATT_HOURS = 3;
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  private CellNumber() {}

  /** A number that a workbook holds, with the 15 digits that spreadsheets have. */
  static Optional<BigDecimal> ofWorkbook(String raw) {
    return plain(raw).map(number -> number.round(SPREADSHEET));
  }

  /** A number that is a text. */
  static Optional<BigDecimal> ofText(String text, char decimalMark) {
    if (decimalMark == '.') {
      return plain(text);
    }
    return text.indexOf('.') >= 0 ? Optional.empty() : plain(text.replace(decimalMark, '.'));
  }

  private static Optional<BigDecimal> plain(String text) {
    return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** The energy in 10⁻⁶ kWh, or what {@link DecimalText} answers for none. */
  static long milliWattHours(BigDecimal number, FileMapping.Unit unit) {
    return DecimalText.milliWattHours(
        switch (unit) {
          case KWH -> number;
          case WH -> number.movePointLeft(WATT_HOURS);
          case KW -> number.multiply(QUARTER);
        });
  }
}
