package org.nachbarstrom.edifact.subscription;

import java.util.List;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * What a closing version says of a member.
 *
 * @param accountingPoint the member
 * @param direction whether it consumes or produces
 * @param provisional whether any of its values is provisional
 * @param spans its quantities, one span per run of neighbouring days, in order
 */
public record MemberQuantities(
    AccountingPointId accountingPoint,
    EnergyDirection direction,
    boolean provisional,
    List<MemberSpan> spans) {
  /** A member. */
  public MemberQuantities {
    spans = List.copyOf(spans);
  }
}
