package org.nachbarstrom.settlement.run;

import java.util.Comparator;
import java.util.List;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.settlement.booking.ClosingVersion;

/**
 * What one member of a closing version costs and earns, as pricing rated it.
 *
 * @param lines by line number
 */
public record MemberCost(
    ClosingVersion closing,
    AccountingPointId accountingPoint,
    EnergyDirection direction,
    List<CostLine> lines) {
  /**
   * The cost of a member.
   *
   * @throws IllegalArgumentException if two lines have the same number
   */
  public MemberCost {
    lines = lines.stream().sorted(Comparator.comparingInt(CostLine::line)).toList();
    if (lines.stream().mapToInt(CostLine::line).distinct().count() != lines.size()) {
      throw new IllegalArgumentException("a line number occurs twice at " + accountingPoint);
    }
  }
}
