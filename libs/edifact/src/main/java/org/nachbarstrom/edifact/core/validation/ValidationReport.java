package org.nachbarstrom.edifact.core.validation;

import java.util.List;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/**
 * What a check says about an interchange.
 *
 * @param interchange its header and syntax errors
 * @param messages its messages in order
 */
public record ValidationReport(InterchangeResult interchange, List<MessageVerdict> messages) {
  /** A report. */
  public ValidationReport {
    messages = List.copyOf(messages);
  }

  /** Whether nothing at all is wrong, so that every message would be taken. */
  public boolean valid() {
    return interchange.syntaxValid() && messages.stream().allMatch(MessageVerdict::accepted);
  }
}
