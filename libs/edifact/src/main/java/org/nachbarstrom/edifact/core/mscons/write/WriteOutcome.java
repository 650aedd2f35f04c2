package org.nachbarstrom.edifact.core.mscons.write;

import java.util.List;
import org.nachbarstrom.edifact.core.Finding;

/** What came of a message to write. */
public sealed interface WriteOutcome {
  /**
   * It was written.
   *
   * @param interchangeReference UNB 0020 of the interchange it is in
   * @param messageReference its UNH 0062
   */
  record Written(String interchangeReference, String messageReference) implements WriteOutcome {}

  /**
   * The application handbook does not allow it; nothing of it was written.
   *
   * @param findings why, at least one, at most 100; the position's segment number is 0
   */
  record Refused(List<Finding> findings) implements WriteOutcome {
    /** A refusal. */
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /**
   * It alone is larger than an interchange may be; nothing of it was written.
   *
   * @param bytes its size
   * @param maxBytes largest size of an interchange
   */
  record TooLarge(long bytes, long maxBytes) implements WriteOutcome {}
}
