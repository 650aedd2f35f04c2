package org.nachbarstrom.metering.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * Readings of one meter in one document.
 *
 * @param source the document
 * @param object where the meter is
 * @param deviceNumber number of the meter; empty if not said
 * @param readings of its registers, none twice at a moment
 */
public record ReadingDelivery(
    SourceDocument source, MeteredObject object, String deviceNumber, List<Reading> readings)
    implements ReceivedDocument {
  /**
   * A delivery.
   *
   * @throws ProblemException if a register has two readings at the same moment
   */
  public ReadingDelivery {
    readings = List.copyOf(readings);
    Set<String> seen = new HashSet<>();
    for (Reading reading : readings) {
      if (!seen.add(Registers.name(reading.obis()) + " " + reading.at())) {
        throw new ProblemException(
            ReadingRejection.VALUE_TWICE,
            "Register " + reading.obis() + " has two readings at " + reading.at() + ".");
      }
    }
  }
}
