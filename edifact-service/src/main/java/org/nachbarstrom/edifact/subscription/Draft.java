package org.nachbarstrom.edifact.subscription;

import java.util.List;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;

/** Messages that are sent together or not at all, such as a cancellation and what replaces it. */
interface Draft {
  /** Number of its messages. */
  int size();

  /** Its messages in order, each with the next head. */
  List<MsconsContent> messages(Heads heads);
}
