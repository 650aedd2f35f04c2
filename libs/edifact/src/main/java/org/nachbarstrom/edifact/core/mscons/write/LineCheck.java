package org.nachbarstrom.edifact.core.mscons.write;

import java.util.List;
import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;
import org.nachbarstrom.quantities.ValueQuality;

/** Checks readings and energy quantities to write, line by line. */
final class LineCheck {
  /** Z-number and calorific values, which hold for a period and not at a moment. */
  private static final Set<String> GAS_FACTORS =
      Set.of("7-0:52.0.22", "7-0:54.0.16", "7-0:54.0.20", "7-0:54.0.22");

  private static final String GAS_NUMBER = "7-0:52.0.22";
  private static final String OBIS = "SRW";
  private static final int MAX_PRODUCT = 35;
  private static final int MAX_INTEGER_DIGITS = 12;

  private final MsconsKind kind;
  private final MeteredObject object;
  private final Objections objections;
  private final HeadCheck texts;
  private final TimeCheck times;

  LineCheck(MsconsKind kind, MeteredObject object, HeadCheck texts, Objections objections) {
    this.kind = kind;
    this.object = object;
    this.objections = objections;
    this.texts = texts;
    this.times = new TimeCheck(objections);
  }

  void check(List<ValueLine> lines) {
    if (lines.isEmpty()) {
      objections.add(FindingCode.REQUIRED_ITEM_MISSING, Place.LINE, "the message has no register");
    } else if (lines.size() > LineLimits.MAX_LINES) {
      String text = "a message has at most " + LineLimits.MAX_LINES + " registers";
      objections.add(FindingCode.REPETITION_EXCEEDED, Place.LINE, text);
    }
    lines.forEach(this::check);
  }

  private void check(ValueLine line) {
    texts.checkText("the register", line.product(), MAX_PRODUCT, Place.PRODUCT);
    if (!line.productType().equals(OBIS)) {
      String text = "a register is named by an OBIS code (SRW), not '" + line.productType() + "'";
      objections.add(FindingCode.CODE_NOT_ALLOWED, new Place("PIA", 2, 2), text);
    }
    if (line.values().isEmpty()) {
      String text = line.product() + " has no value";
      objections.add(FindingCode.REQUIRED_ITEM_MISSING, Place.LINE, text);
    } else if (line.values().size() > LineLimits.MAX_VALUES) {
      String text = LineLimits.tooMany(line.product());
      objections.add(FindingCode.REPETITION_EXCEEDED, Place.LINE, text);
    }
    for (MeteredValue value : line.values()) {
      check(value, line.product());
    }
  }

  private void check(MeteredValue value, String product) {
    checkCode(value, product);
    checkNumber(value, product);
    if (!value.unit().isEmpty()) {
      String text = "the unit follows from the register " + product + " and must be empty";
      objections.add(FindingCode.ITEM_NOT_ALLOWED, Place.UNIT, text);
    }
    boolean span = kind == MsconsKind.ENERGY_QUANTITY || GAS_FACTORS.contains(product);
    times.check(value, span, product);
    checkExplained(value, product);
  }

  private void checkExplained(MeteredValue value, String product) {
    ValueStatus status = value.status();
    boolean explained =
        !status.substitutionMethod().isEmpty() && !status.substitutionReason().isEmpty();
    if (value.quality() == ValueQuality.SUBSTITUTE && !explained) {
      String text = "the substitute value of " + product + " needs a method and a reason";
      objections.add(FindingCode.SUBSTITUTE_UNEXPLAINED, Place.STATUS, text);
    }
  }

  private void checkCode(MeteredValue value, String product) {
    if (QuantityCode.quality(value.code()).filter(value.quality()::equals).isEmpty()) {
      String text =
          "a value of " + product + " cannot be " + value.quality() + " of code " + value.code();
      objections.add(FindingCode.CODE_NOT_ALLOWED, Place.QUANTITY_CODE, text);
    }
  }

  private void checkNumber(MeteredValue value, String product) {
    int maxDecimals = product.equals(GAS_NUMBER) ? 4 : 3;
    String number = value.number().toPlainString() + " of " + product;
    if (value.number().scale() > maxDecimals) {
      String text = number + " has over " + maxDecimals + " decimals";
      objections.add(FindingCode.VALUE_TOO_PRECISE, Place.QUANTITY, text);
    }
    if (value.number().precision() - value.number().scale() > MAX_INTEGER_DIGITS) {
      String text = number + " has over " + MAX_INTEGER_DIGITS + " digits before the decimal mark";
      objections.add(FindingCode.VALUE_TOO_LARGE, Place.QUANTITY, text);
    }
    if (value.number().signum() < 0 && !mayBeNegative()) {
      String text = number + " is negative; only corrections of energy quantities may be";
      objections.add(FindingCode.VALUE_NEGATIVE, Place.QUANTITY, text);
    }
  }

  private boolean mayBeNegative() {
    return kind == MsconsKind.ENERGY_QUANTITY
        && object.kind() != MeteredObject.Kind.MARKET_LOCATION;
  }
}
