package org.nachbarstrom.edifact.core.mscons;

import java.util.List;

/**
 * Validated content of every other use, value by value.
 *
 * @param head what the message says of itself
 * @param object what the values belong to
 * @param lines its lines in order
 */
public record OtherSeries(MsconsHead head, MeteredObject object, List<ValueLine> lines)
    implements MsconsContent {
  /** A series. */
  public OtherSeries {
    lines = List.copyOf(lines);
  }

  @Override
  public int valueCount() {
    return lines.stream().mapToInt(line -> line.values().size()).sum();
  }
}
