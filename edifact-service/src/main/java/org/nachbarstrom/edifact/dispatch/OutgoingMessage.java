package org.nachbarstrom.edifact.dispatch;

import java.util.List;

/**
 * A message of an outgoing interchange and what was answered about it.
 *
 * @param position place in the interchange, from 1
 * @param message what names it
 * @param verdict what was answered about this message alone
 * @param reasons texts of refusals
 */
public record OutgoingMessage(
    int position, NewInterchange.NewMessage message, Verdict verdict, List<String> reasons) {
  /** A message. */
  public OutgoingMessage {
    reasons = List.copyOf(reasons);
  }

  /** What was answered about a message. */
  public enum Verdict {
    /** Nothing yet. */
    OPEN,
    /** It was accepted. */
    ACCEPTED,
    /** It was refused. */
    REFUSED
  }
}
