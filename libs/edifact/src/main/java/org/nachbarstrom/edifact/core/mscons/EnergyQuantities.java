package org.nachbarstrom.edifact.core.mscons;

import java.util.List;

/**
 * Energy quantities and maxima of power over a period (13019, 13016 electricity, 13009 gas).
 * Cancelled by {@link Cancellation} before a replacement comes.
 *
 * @param head what the message says of itself
 * @param object market location, metering point or configuration
 * @param lines one per register
 */
public record EnergyQuantities(MsconsHead head, MeteredObject object, List<ValueLine> lines)
    implements MsconsContent {
  /** Quantities. */
  public EnergyQuantities {
    lines = List.copyOf(lines);
  }

  @Override
  public int valueCount() {
    return lines.stream().mapToInt(line -> line.values().size()).sum();
  }
}
