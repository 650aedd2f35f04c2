package org.nachbarstrom.pricing.rating;

import java.util.List;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * Where the pricing of one member in one closing version stands.
 *
 * @param missing what it waits for; empty unless waiting
 * @param lines its result; empty unless rated
 */
public record Rating(
    ClosingVersion closing,
    AccountingPointId accountingPoint,
    State state,
    List<MissingPrice> missing,
    List<LineItem> lines) {

  /** States of a rating. */
  public enum State {
    /** A price or contract is missing. */
    WAITING,
    /** Lines are made and announced. */
    RATED,
    /** A newer version of the closing came before this one could be rated. */
    SUPERSEDED
  }
}
