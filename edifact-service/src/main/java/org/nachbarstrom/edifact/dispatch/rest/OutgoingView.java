package org.nachbarstrom.edifact.dispatch.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange;
import org.nachbarstrom.edifact.dispatch.OutgoingMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingState;
import org.nachbarstrom.edifact.partner.DeliveryChannel;

/**
 * An outgoing interchange.
 *
 * @param fileName name of the file in the market
 * @param sending 1, and one more with each time it was sent again on request
 * @param attempts number of attempts to hand it over
 * @param decidedAt when the partner's answer decided it
 * @param lastError why the last attempt failed; absent if it did not
 * @param findings why it is parked
 * @param messages its messages; absent in lists
 */
@Schema(name = "OutgoingInterchange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutgoingView(
    UUID id,
    OutgoingState state,
    String sender,
    String recipient,
    String type,
    String applicationReference,
    String reference,
    String fileName,
    Instant preparedAt,
    long sizeBytes,
    String sha256,
    int messageCount,
    DeliveryChannel channel,
    int sending,
    int attempts,
    Instant createdAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant decidedAt,
    @Nullable String lastError,
    Cause cause,
    List<String> findings,
    @Nullable List<MessageView> messages) {

  /**
   * A message of it; what it does not have is empty.
   *
   * @param object what its values belong to
   * @param verdict what was answered about this message alone
   * @param reasons why it was refused
   */
  @Schema(name = "OutgoingMessage")
  record MessageView(
      int position,
      String reference,
      String documentNumber,
      String checkIdentifier,
      String object,
      OutgoingMessage.Verdict verdict,
      List<String> reasons) {

    static MessageView of(OutgoingMessage message) {
      return new MessageView(
          message.position(),
          message.message().reference(),
          message.message().documentNumber(),
          message.message().checkIdentifier(),
          message.message().object(),
          message.verdict(),
          message.reasons());
    }
  }

  static OutgoingView listed(OutgoingInterchange interchange) {
    return view(interchange, null);
  }

  static OutgoingView of(OutgoingInterchange interchange, List<OutgoingMessage> messages) {
    return view(interchange, messages.stream().map(MessageView::of).toList());
  }

  private static OutgoingView view(
      OutgoingInterchange interchange, @Nullable List<MessageView> messages) {
    OutgoingInterchange.Progress progress = interchange.progress();
    return new OutgoingView(
        interchange.id(),
        interchange.state(),
        interchange.header().sender(),
        interchange.header().recipient(),
        interchange.header().type(),
        interchange.header().applicationReference(),
        interchange.header().reference(),
        interchange.header().fileName(),
        interchange.header().preparedAt(),
        interchange.sizeBytes(),
        interchange.sha256(),
        interchange.messageCount(),
        interchange.channel(),
        progress.sending(),
        progress.attempts(),
        progress.createdAt(),
        progress.deliveredAt().orElse(null),
        progress.decidedAt().orElse(null),
        progress.lastError().isEmpty() ? null : progress.lastError(),
        interchange.cause(),
        interchange.findings(),
        messages);
  }
}
