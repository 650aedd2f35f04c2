package org.nachbarstrom.edifact.interchange.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.interchange.Interchange;
import org.nachbarstrom.edifact.interchange.InterchangeState;

/** Row of the table {@code interchange}, for reading; the CONTRL is read apart. */
@Entity
@Immutable
@Table(name = "interchange")
class InterchangeEntity {
  @Id long position;

  UUID id = new UUID(0, 0);

  String state = "";

  @Nullable String sender;

  @Column(name = "sender_qualifier")
  @Nullable String senderQualifier;

  @Nullable String recipient;

  @Column(name = "recipient_qualifier")
  @Nullable String recipientQualifier;

  @Column(name = "prepared_at")
  @Nullable Instant preparedAt;

  @Nullable String reference;

  @Column(name = "application_reference")
  @Nullable String applicationReference;

  @Column(name = "received_at")
  Instant receivedAt = Instant.EPOCH;

  @Column(name = "size_bytes")
  long sizeBytes;

  String sha256 = "";

  @Column(name = "message_count")
  int messageCount;

  @Column(name = "accepted_count")
  int acceptedCount;

  @Column(name = "value_count")
  long valueCount;

  String findings = "";

  Interchange toInterchange(List<Finding> errors) {
    return new Interchange(
        id,
        InterchangeState.valueOf(state),
        Optional.ofNullable(sender).map(this::header),
        receivedAt,
        sizeBytes,
        sha256,
        messageCount,
        acceptedCount,
        valueCount,
        errors);
  }

  private InterchangeHeader header(String knownSender) {
    return new InterchangeHeader(
        knownSender,
        text(senderQualifier),
        text(recipient),
        text(recipientQualifier),
        Optional.ofNullable(preparedAt),
        text(reference),
        text(applicationReference));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
