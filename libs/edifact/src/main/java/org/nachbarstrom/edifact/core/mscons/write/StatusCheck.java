package org.nachbarstrom.edifact.core.mscons.write;

import java.util.regex.Pattern;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;

/** Checks the status of a value to write. */
final class StatusCheck {
  private static final int MAX_HINTS = 4;
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,3}");
  private static final String SUBSTITUTE = "67";
  private static final String PROPOSAL = "201";

  private final MsconsKind kind;
  private final Objections objections;

  StatusCheck(MsconsKind kind, Objections objections) {
    this.kind = kind;
    this.objections = objections;
  }

  /**
   * Checks a status.
   *
   * @param code QTY 6063 of its value
   * @param where names the value
   */
  void check(ValueStatus status, String code, Object where) {
    if (kind == MsconsKind.KIND_TWO_VALUES) {
      forbid(!status.equals(ValueStatus.NONE), "13027 has no status", where);
      return;
    }
    boolean substitute = code.equals(SUBSTITUTE);
    boolean explained =
        !status.substitutionMethod().isEmpty() && !status.substitutionReason().isEmpty();
    if (substitute && !explained) {
      String text = "the substitute value of " + where + " needs a method and a reason";
      objections.add(FindingCode.SUBSTITUTE_UNEXPLAINED, Place.STATUS, text);
    }
    boolean method = substitute || code.equals(PROPOSAL);
    forbid(
        !method && !status.substitutionMethod().isEmpty(), "only substitutes have a method", where);
    forbid(
        !substitute && !status.substitutionReason().isEmpty(),
        "only substitutes have a reason",
        where);
    boolean gas = kind == MsconsKind.GAS_READINGS;
    forbid(!gas && !status.gasQuality().isEmpty(), "only gas has a gas quality", where);
    if (status.plausibility().size() > MAX_HINTS) {
      String text = "a value has up to 4 plausibility hints, not as " + where;
      objections.add(FindingCode.REPETITION_EXCEEDED, Place.STATUS, text);
    }
    checkCodes(status, where);
  }

  /** Objects to the basis of an energy quantity where there is none. */
  void forbidBasis(ValueStatus status, Object where) {
    forbid(!status.basis().isEmpty(), "no basis of an energy quantity stands here", where);
  }

  private void checkCodes(ValueStatus status, Object where) {
    status.plausibility().forEach(code -> checkCode(code, where));
    status.basis().forEach(code -> checkCode(code, where));
    for (String code : optional(status)) {
      if (!code.isEmpty()) {
        checkCode(code, where);
      }
    }
  }

  private static String[] optional(ValueStatus status) {
    return new String[] {
      status.substitutionMethod(),
      status.correctionReason(),
      status.substitutionReason(),
      status.gasQuality()
    };
  }

  private void checkCode(String code, Object where) {
    if (!CODE.matcher(code).matches()) {
      String text = "'" + code + "' is no code of a status, at " + where;
      objections.add(FindingCode.CODE_NOT_ALLOWED, Place.STATUS, text);
    }
  }

  private void forbid(boolean present, String rule, Object where) {
    if (present) {
      objections.add(FindingCode.ITEM_NOT_ALLOWED, Place.STATUS, rule + ", not " + where);
    }
  }
}
