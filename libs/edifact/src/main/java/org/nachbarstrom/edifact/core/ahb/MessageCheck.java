package org.nachbarstrom.edifact.core.ahb;

import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.syntax.Segment;

/**
 * Judges one MSCONS against its profile, group by group in the order of the message. What is wrong
 * goes to the {@link FindingSink} it was made with: what the application handbook says about the
 * message, and what the message description says about each segment (mandatory components, lengths,
 * character classes). Whoever calls it has checked the order of the segments before.
 *
 * <p>What it finds depends on its calls and on what it was made with, on nothing else.
 */
public interface MessageCheck {
  /** The head: UNH, BGM to UNS with all references and parties (SG1, SG2). */
  void head(List<Segment> segments);

  /**
   * The object: NAD of SG5, then LOC, DTM, RFF and CCI of one SG6 with its SG7 and SG8. A message
   * with several SG6 calls it once for each, NAD only with the first.
   */
  void object(List<Segment> segments);

  /** Begins a line (SG9): LIN and its PIA. */
  void line(List<Segment> segments);

  /**
   * A value of the current line (SG10): QTY, DTM, STS.
   *
   * @return where nothing was wrong and the verdict on further values of the line depends on their
   *     codes alone but for number and times: the rule for those. A group with the same codes, the
   *     same qualifiers in the same order and the same formats need only be held to the rule. Empty
   *     where each value has to be judged by itself.
   */
  Optional<ValueRule> value(List<Segment> segments);

  /** The end of the message: counts and what can be judged only as a whole. */
  void finish();
}
