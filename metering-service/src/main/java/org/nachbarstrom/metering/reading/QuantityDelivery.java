package org.nachbarstrom.metering.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * Energy quantities of one document.
 *
 * @param source the document
 * @param object what they belong to
 * @param purpose what they are said for
 * @param quantities none twice for a register and period
 */
public record QuantityDelivery(
    SourceDocument source,
    MeteredObject object,
    QuantityPurpose purpose,
    List<EnergyQuantity> quantities)
    implements ReceivedDocument {
  /**
   * A delivery.
   *
   * @throws ProblemException if a register has two values for the same period
   */
  public QuantityDelivery {
    quantities = List.copyOf(quantities);
    Set<String> seen = new HashSet<>();
    for (EnergyQuantity quantity : quantities) {
      if (!seen.add(Registers.name(quantity.obis()) + " " + quantity.period())) {
        throw new ProblemException(
            ReadingRejection.VALUE_TWICE,
            "Register " + quantity.obis() + " has two values for " + quantity.period() + ".");
      }
    }
  }
}
