package org.nachbarstrom.edifact.core.mscons;

import java.util.List;

/**
 * The status of a value (STS of SG10), as codes of the message description; what was not sent is
 * empty.
 *
 * @param plausibility plausibility hints (Z33), up to four
 * @param substitutionMethod how a substitute was formed (Z32), for example Z92 interpolation
 * @param correctionReason why an earlier value is replaced (Z34)
 * @param substitutionReason why a substitute was needed (Z40)
 * @param gasQuality change of the gas quality (Z31)
 * @param basis what an energy quantity rests on (10), up to two
 */
public record ValueStatus(
    List<String> plausibility,
    String substitutionMethod,
    String correctionReason,
    String substitutionReason,
    String gasQuality,
    List<String> basis) {
  /** No status. */
  public static final ValueStatus NONE = new ValueStatus(List.of(), "", "", "", "", List.of());

  /** A status. */
  public ValueStatus {
    plausibility = List.copyOf(plausibility);
    basis = List.copyOf(basis);
  }

  /** The status of a substitute value. */
  public static ValueStatus substitute(String method, String reason) {
    return new ValueStatus(List.of(), method, "", reason, "", List.of());
  }
}
