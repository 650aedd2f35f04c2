package org.nachbarstrom.edifact.core.mscons;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.quantities.ObisCode;

/**
 * What readings and energy quantities of electricity hold to in every version, so that whoever
 * takes them over can: one value of a register for the same time, in 12 digits and 6 decimals, and
 * no register that shows less than nothing. Registers with the same C, D and E are the same.
 */
final class DocumentValues {
  private static final int ELECTRICITY = 1;
  private static final int MAX_INTEGER_DIGITS = 12;
  private static final int MAX_DECIMALS = 6;

  private record Place(String register, Object time) {}

  private final Use use;
  private final Set<Place> taken = new HashSet<>();
  private String register = "";

  DocumentValues(Use use) {
    this.use = use;
  }

  /** The values that follow are of this register; of none where the line has no OBIS code. */
  void register(Optional<ObisCode> obis) {
    register =
        obis.filter(code -> code.medium() == ELECTRICITY)
            .map(code -> code.quantity() + "." + code.type() + "." + code.tariff())
            .orElse("");
  }

  /** What is wrong with a value, if anything; takes it if not. */
  @Nullable FindingCode take(DecimalField number, ValueTime time) {
    boolean reading = reading(time);
    if (register.isEmpty() || !(reading || use == Use.QUANTITIES)) {
      return null;
    }
    FindingCode wrong = problem(number, reading);
    boolean timed = wrong == null && !(time instanceof ValueTime.None);
    return timed && !taken.add(new Place(register, key(time)))
        ? FindingCode.INTERVAL_REPEATED
        : wrong;
  }

  private boolean reading(ValueTime time) {
    return use == Use.READINGS || (use == Use.KIND_2 && time instanceof ValueTime.Moment);
  }

  private static @Nullable FindingCode problem(DecimalField number, boolean reading) {
    if (number.integerDigits() > MAX_INTEGER_DIGITS) {
      return FindingCode.VALUE_TOO_LARGE;
    }
    if (number.decimals() > MAX_DECIMALS) {
      return FindingCode.VALUE_TOO_PRECISE;
    }
    return reading && number.negative() ? FindingCode.VALUE_NEGATIVE : null;
  }

  /** Of a moment only when it holds: when it was read makes no difference. */
  private static Object key(ValueTime time) {
    return time instanceof ValueTime.Moment moment ? moment.at() : time;
  }
}
