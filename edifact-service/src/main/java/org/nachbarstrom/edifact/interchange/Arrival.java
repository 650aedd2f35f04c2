package org.nachbarstrom.edifact.interchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.core.interchange.InterchangeKind;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;
import org.nachbarstrom.support.tenancy.Tenant;

/** An interchange while it is being taken. */
final class Arrival {
  /** Findings held for the answer; those of further messages are only stored. */
  private static final int MAX_FINDINGS = 10_000;

  private final Tenant tenant;
  private final Instant receivedAt;
  private final ReceivedFile file;
  private final Opened opened;
  private final UUID id = UUID.randomUUID();
  private final List<ReceivedMessage> messages = new ArrayList<>();
  private int accepted;
  private int findings;
  private long values;

  Arrival(Tenant tenant, Instant receivedAt, ReceivedFile file, Opened opened) {
    this.tenant = tenant;
    this.receivedAt = receivedAt;
    this.file = file;
    this.opened = opened;
  }

  /**
   * What is known when it is opened.
   *
   * @param kind its header and what it carries
   * @param compressed whether the file is gzip
   * @param partners what is known about sender and recipient
   * @param reading its messages
   */
  record Opened(
      InterchangeKind kind, boolean compressed, PartnerSnapshot partners, Reading reading) {}

  UUID id() {
    return id;
  }

  Tenant tenant() {
    return tenant;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  ReceivedFile file() {
    return file;
  }

  Reading reading() {
    return opened.reading();
  }

  PartnerSnapshot partners() {
    return opened.partners();
  }

  InterchangeKind kind() {
    return opened.kind();
  }

  InterchangeResult result() {
    return opened.reading().result();
  }

  /** Messages were taken or refused. */
  void add(List<ReceivedMessage> answered) {
    for (ReceivedMessage message : answered) {
      findings += message.findings().size();
      messages.add(findings > MAX_FINDINGS ? message.withoutFindings() : message);
      accepted += message.accepted() ? 1 : 0;
      values += message.values();
    }
  }

  /** All messages so far. */
  List<ReceivedMessage> messages() {
    return messages;
  }

  /** The interchange as far as it was taken. */
  Interchange taken() {
    return interchange(InterchangeState.of(messages.size(), accepted), accepted, values);
  }

  /** The interchange refused as a whole. */
  Interchange refused() {
    return interchange(InterchangeState.REJECTED, 0, 0);
  }

  /** The interchange before its messages are read. */
  Interchange begun() {
    return interchange(InterchangeState.ACCEPTED, 0, 0);
  }

  private Interchange interchange(InterchangeState state, int taken, long takenValues) {
    return new Interchange(
        id,
        state,
        opened.kind().header(),
        receivedAt,
        opened.kind().messageType(),
        opened.compressed(),
        file.sizeBytes(),
        file.sha256(),
        messages.size(),
        taken,
        takenValues,
        result().findings(),
        Optional.empty());
  }
}
