package org.nachbarstrom.settlement.statement;

import java.util.List;
import org.nachbarstrom.settlement.party.Party;

/**
 * What a party used, gave, owes and is owed in its closings.
 *
 * @param closings by first day
 * @param lines by closing, accounting point, side and line
 * @param batches released batches of the closings by sequence; what a later version changed is the
 *     balance of those whose reason is a difference
 */
public record Statement(
    Party party,
    List<StatementClosing> closings,
    List<StatementLine> lines,
    List<StatementBatch> batches) {
  /** The sums of the lines. */
  public StatementTotals totals() {
    return StatementTotals.of(lines);
  }
}
