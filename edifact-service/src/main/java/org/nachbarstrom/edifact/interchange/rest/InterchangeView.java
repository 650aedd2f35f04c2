package org.nachbarstrom.edifact.interchange.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.interchange.Interchange;
import org.nachbarstrom.edifact.interchange.InterchangeState;
import org.nachbarstrom.edifact.interchange.ReceivedMessage;

/**
 * An interchange and its answer. What UNB did not say is absent.
 *
 * @param id our id
 * @param state what became of it
 * @param sender UNB 0004
 * @param recipient UNB 0010
 * @param reference UNB 0020
 * @param applicationReference UNB 0026
 * @param preparedAt UNB 0017 and 0019
 * @param receivedAt when it was received
 * @param messageType type of its messages; empty if it has none
 * @param fileName name for a download, by the market's convention
 * @param sizeBytes size of the raw bytes
 * @param sha256 their SHA-256, hexadecimal
 * @param messageCount number of messages
 * @param acceptedCount number of messages taken
 * @param valueCount number of values taken
 * @param findings syntax errors of UNA, UNB and UNZ; empty if erased
 * @param erasedAt since when its bytes, findings and locations are kept no longer; absent: they are
 * @param messages answer per message; absent in lists
 */
@Schema(name = "Interchange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterchangeView(
    UUID id,
    InterchangeState state,
    @Nullable String sender,
    @Nullable String recipient,
    @Nullable String reference,
    @Nullable String applicationReference,
    @Nullable Instant preparedAt,
    Instant receivedAt,
    String messageType,
    String fileName,
    long sizeBytes,
    String sha256,
    int messageCount,
    int acceptedCount,
    long valueCount,
    List<FindingView> findings,
    @Nullable Instant erasedAt,
    @Nullable List<MessageView> messages) {

  static InterchangeView of(Interchange interchange, List<ReceivedMessage> messages) {
    return view(interchange, messages.stream().map(MessageView::of).toList());
  }

  static InterchangeView listed(Interchange interchange) {
    return view(interchange, null);
  }

  private static InterchangeView view(
      Interchange interchange, @Nullable List<MessageView> messages) {
    Optional<InterchangeHeader> header = interchange.header();
    return new InterchangeView(
        interchange.id(),
        interchange.state(),
        header.map(InterchangeHeader::sender).orElse(null),
        header.map(InterchangeHeader::recipient).orElse(null),
        header.map(InterchangeHeader::reference).orElse(null),
        header.map(InterchangeHeader::applicationReference).orElse(null),
        header.flatMap(InterchangeHeader::preparedAt).orElse(null),
        interchange.receivedAt(),
        interchange.messageType(),
        interchange.fileName(),
        interchange.sizeBytes(),
        interchange.sha256(),
        interchange.messageCount(),
        interchange.acceptedCount(),
        interchange.valueCount(),
        interchange.findings().stream().map(FindingView::of).toList(),
        interchange.erasedAt().orElse(null),
        messages);
  }
}
