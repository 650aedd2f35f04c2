package org.nachbarstrom.edifact.subscription;

import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;

/** What names a message that we send. */
final class MessageNames {
  private MessageNames() {}

  static NewMessage of(String reference, MsconsContent content) {
    String object = "";
    if (content instanceof EnergyQuantities quantities) {
      object = quantities.object().id();
    } else if (content instanceof LoadProfile profile) {
      object = profile.object().id();
    }
    return new NewMessage(
        reference, content.head().documentNumber(), content.head().checkIdentifier(), object);
  }
}
