package org.nachbarstrom.settlement.statement;

import java.util.UUID;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.settlement.run.CostLine;

/**
 * A cost line as one of its two sides sees it.
 *
 * @param closing the line's closing
 * @param version of the closing from which the line comes
 * @param accountingPoint the party's point
 * @param side on which side of the line the party is
 * @param counterparty {@code GRID} or the other accounting point
 * @param line amount and energy as rated; a negative amount of a charge is in the party's favour
 */
public record StatementLine(
    UUID closing,
    int version,
    AccountingPointId accountingPoint,
    Side side,
    String counterparty,
    CostLine line) {
  /** Which side of a line. */
  public enum Side {
    /** The party receives the energy and owes the amount. */
    CHARGE,
    /** The party gives the energy and is owed the amount. */
    CREDIT
  }
}
