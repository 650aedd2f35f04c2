package org.nachbarstrom.pricing.rating;

import java.time.LocalDate;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * What a rating waits for.
 *
 * @param reason whether the contract or a price in it is missing
 * @param component what has to be priced
 * @param accountingPoint whose contract is concerned; for shared energy the producer's
 * @param day first local day on which it is missing
 */
public record MissingPrice(
    Reason reason, ComponentKind component, AccountingPointId accountingPoint, LocalDate day) {

  /** Stable words for scripts. */
  public enum Reason {
    /** No tariff prices the point on that day. */
    NO_CONTRACT,
    /** The tariff of that day has no such price. */
    NO_PRICE
  }
}
