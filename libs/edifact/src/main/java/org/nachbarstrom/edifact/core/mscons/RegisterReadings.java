package org.nachbarstrom.edifact.core.mscons;

import java.util.List;

/**
 * Readings of registers (13017 electricity, 13002 gas). Cancelled by {@link Cancellation} before a
 * replacement comes.
 *
 * @param head what the message says of itself
 * @param object metering point or configuration
 * @param deviceNumber device number (RFF+MG); empty if not sent
 * @param lines one per register
 */
public record RegisterReadings(
    MsconsHead head, MeteredObject object, String deviceNumber, List<ValueLine> lines)
    implements MsconsContent {
  /** Readings. */
  public RegisterReadings {
    lines = List.copyOf(lines);
  }

  @Override
  public int valueCount() {
    return lines.stream().mapToInt(line -> line.values().size()).sum();
  }
}
