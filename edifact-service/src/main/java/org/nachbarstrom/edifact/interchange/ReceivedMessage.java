package org.nachbarstrom.edifact.interchange;

import java.util.List;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;

/**
 * What was answered about one message.
 *
 * @param position place in the interchange, from 1
 * @param facts what names it
 * @param accepted whether it was taken
 * @param content what it carries; NONE if it was refused
 * @param values number of values taken
 * @param findings why it was refused; empty too where only the interchange is at fault; a CONTRL or
 *     APERAK may be taken in spite of some
 * @param findingCount number of findings including those not listed
 */
public record ReceivedMessage(
    int position,
    MessageFacts facts,
    boolean accepted,
    ContentKind content,
    int values,
    List<Finding> findings,
    int findingCount) {
  /** A message. */
  public ReceivedMessage {
    findings = List.copyOf(findings);
  }

  /** The same message in an interchange that is refused as a whole. */
  ReceivedMessage refused() {
    return new ReceivedMessage(position, facts, false, ContentKind.NONE, 0, findings, findingCount);
  }

  /** The same message refused for one reason. */
  ReceivedMessage refused(Finding finding) {
    return new ReceivedMessage(position, facts, false, ContentKind.NONE, 0, List.of(finding), 1);
  }

  /** The same message without the list of its findings, where a list gets too long. */
  ReceivedMessage withoutFindings() {
    return new ReceivedMessage(position, facts, accepted, content, values, List.of(), findingCount);
  }
}
