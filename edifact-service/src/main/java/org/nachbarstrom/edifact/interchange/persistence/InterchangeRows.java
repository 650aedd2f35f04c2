package org.nachbarstrom.edifact.interchange.persistence;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;
import org.nachbarstrom.edifact.interchange.ContentKind;
import org.nachbarstrom.edifact.interchange.Interchange;
import org.nachbarstrom.edifact.interchange.InterchangeState;
import org.nachbarstrom.edifact.interchange.ReceivedMessage;

/** Reads rows of the tables interchange and message. */
@ApplicationScoped
class InterchangeRows {
  static final String INTERCHANGE =
      """
      i.id, i.position, i.state, i.sender, i.sender_qualifier, i.recipient, i.recipient_qualifier,
      i.prepared_at, i.reference, i.application_reference, i.received_at, i.message_type,
      i.compressed, i.size_bytes, i.sha256, i.message_count, i.accepted_count, i.value_count,
      i.findings, i.erased_at\
      """;
  static final String MESSAGE =
      """
      m.position, m.accepted, m.content, m.reference, m.type, m.directory, m.version,
      m.check_identifier, m.document_number, m.location, m.value_count, m.finding_count, m.findings\
      """;

  private final FindingJson findings;

  InterchangeRows(FindingJson findings) {
    this.findings = findings;
  }

  Interchange interchange(Row row) {
    return new Interchange(
        row.getUUID("id"),
        InterchangeState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("sender")).map(sender -> header(row, sender)),
        row.getOffsetDateTime("received_at").toInstant(),
        row.getString("message_type"),
        row.getBoolean("compressed"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getInteger("message_count"),
        row.getInteger("accepted_count"),
        row.getLong("value_count"),
        findings.read(row.getString("findings")),
        instant(row.getOffsetDateTime("erased_at")));
  }

  ReceivedMessage message(Row row) {
    MessageHeader header =
        new MessageHeader(
            row.getString("reference"),
            row.getString("type"),
            row.getString("directory"),
            row.getString("version"));
    return new ReceivedMessage(
        row.getInteger("position"),
        new MessageFacts(
            header,
            row.getString("document_number"),
            row.getString("check_identifier"),
            row.getString("location")),
        row.getBoolean("accepted"),
        ContentKind.valueOf(row.getString("content")),
        row.getInteger("value_count"),
        findings.read(row.getString("findings")),
        row.getInteger("finding_count"));
  }

  private static InterchangeHeader header(Row row, String sender) {
    return new InterchangeHeader(
        sender,
        text(row.getString("sender_qualifier")),
        text(row.getString("recipient")),
        text(row.getString("recipient_qualifier")),
        instant(row.getOffsetDateTime("prepared_at")),
        text(row.getString("reference")),
        text(row.getString("application_reference")));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime value) {
    return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
