package org.nachbarstrom.edifact.core.ahb;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.PartnerKnowledge;

/**
 * What is known about sender or recipient.
 *
 * @param roles its market roles, if known
 * @param electricity whether its code is one of the electricity sector; undecided for a GLN
 */
record PartnerFacts(Optional<Set<MarketRole>> roles, Verdict electricity) {
  static final PartnerFacts UNKNOWN = new PartnerFacts(Optional.empty(), Verdict.UNDECIDED);

  /**
   * A partner.
   *
   * @param agency NAD 3055
   * @param qualifier UNB 0007 of the same party
   */
  static PartnerFacts of(
      String code, String agency, String qualifier, PartnerKnowledge known, Instant at) {
    if (code.isEmpty()) {
      return UNKNOWN;
    }
    return new PartnerFacts(known.roles(code, at), electricity(code, agency, qualifier));
  }

  /** BDEW codes begin with 99 and stand with 293 or 500, DVGW codes with 98, 332 or 502. */
  private static Verdict electricity(String code, String agency, String qualifier) {
    if (agency.equals("293") || agency.equals("332")) {
      boolean gas = code.startsWith("98") || (agency.equals("332") && !code.startsWith("99"));
      return Verdict.of(!gas);
    }
    return switch (qualifier) {
      case "500" -> Verdict.TRUE;
      case "502" -> Verdict.FALSE;
      default -> Verdict.UNDECIDED;
    };
  }

  Verdict is(MarketRole role) {
    return roles.isEmpty() ? Verdict.UNDECIDED : Verdict.of(roles.get().contains(role));
  }
}
