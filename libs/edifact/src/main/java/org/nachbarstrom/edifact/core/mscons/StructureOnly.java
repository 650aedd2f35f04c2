package org.nachbarstrom.edifact.core.mscons;

import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.ahb.MessageCheck;
import org.nachbarstrom.edifact.core.ahb.ValueRule;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Finds nothing: for versions whose handbook is not at hand. */
final class StructureOnly implements MessageCheck {
  private static final int MAX_DECIMALS = 3;

  @Override
  public void head(List<Segment> segments) {
    // Nothing to hold it to.
  }

  @Override
  public void object(List<Segment> segments) {
    // Nothing to hold it to.
  }

  @Override
  public void line(List<Segment> segments) {
    // Nothing to hold it to.
  }

  @Override
  public Optional<ValueRule> value(List<Segment> segments) {
    return Optional.of(new ValueRule(MAX_DECIMALS, false, false, Long.MAX_VALUE));
  }

  @Override
  public void finish() {
    // Nothing to hold it to.
  }
}
