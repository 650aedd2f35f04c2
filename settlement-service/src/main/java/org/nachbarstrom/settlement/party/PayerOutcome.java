package org.nachbarstrom.settlement.party;

import java.time.LocalDate;

/** Who pays for a point during a period. */
public sealed interface PayerOutcome {
  /** This party pays for every day. */
  record Pays(PartyId party) implements PayerOutcome {}

  /**
   * Somebody is missing.
   *
   * @param day first local day without a payer
   */
  record Nobody(LocalDate day) implements PayerOutcome {}

  /**
   * More than one party pays.
   *
   * @param day first local day of the second one
   */
  record Changes(LocalDate day) implements PayerOutcome {}
}
