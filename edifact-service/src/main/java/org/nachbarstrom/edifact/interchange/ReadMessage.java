package org.nachbarstrom.edifact.interchange;

import org.nachbarstrom.edifact.core.Finding;

/**
 * A message as it was read.
 *
 * @param message what is answered about it
 * @param carried what it carries
 */
record ReadMessage(ReceivedMessage message, Carried carried) {
  /** The same message refused for a reason that shows only beside others. */
  ReadMessage refused(Finding finding) {
    return new ReadMessage(message.refused(finding), new Carried.Nothing());
  }
}
