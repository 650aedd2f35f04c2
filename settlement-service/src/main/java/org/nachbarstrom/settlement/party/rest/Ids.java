package org.nachbarstrom.settlement.party.rest;

import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.party.PartyRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Reads ids out of paths. */
final class Ids {
  private Ids() {}

  static PartyId party(String text) {
    try {
      return new PartyId(text);
    } catch (IllegalArgumentException malformed) {
      throw refused(malformed);
    }
  }

  static AccountingPointId point(String text) {
    try {
      return new AccountingPointId(text);
    } catch (IllegalArgumentException malformed) {
      throw refused(malformed);
    }
  }

  private static ProblemException refused(IllegalArgumentException malformed) {
    return new ProblemException(
        PartyRejection.MALFORMED_ID, String.valueOf(malformed.getMessage()));
  }
}
