package org.nachbarstrom.edifact.dispatch;

import org.nachbarstrom.edifact.partner.DeliveryChannel;

/** An interchange with other state, channel and progress. */
final class Changed {
  private Changed() {}

  static OutgoingInterchange of(
      OutgoingInterchange before,
      OutgoingState state,
      DeliveryChannel channel,
      OutgoingInterchange.Progress progress) {
    return new OutgoingInterchange(
        before.id(),
        state,
        before.header(),
        before.sizeBytes(),
        before.sha256(),
        before.messageCount(),
        channel,
        progress,
        before.cause(),
        before.findings());
  }
}
