package org.nachbarstrom.edifact.interchange;

import org.nachbarstrom.edifact.acknowledgement.Acknowledgement;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;

/** What a message that was read carries to others. */
sealed interface Carried {
  /** Values or a cancellation, for metering. */
  record Values(MsconsContent content) implements Carried {}

  /** What a partner says about something that we sent. */
  record Answer(Acknowledgement acknowledgement) implements Carried {}

  /** Nothing: the message is refused. */
  record Nothing() implements Carried {}
}
