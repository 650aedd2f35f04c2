package org.nachbarstrom.edifact.dispatch.persistence;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingHeader;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange;
import org.nachbarstrom.edifact.dispatch.OutgoingMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingMessage.Verdict;
import org.nachbarstrom.edifact.dispatch.OutgoingState;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.support.tenancy.Tenant;

/** Between outgoing interchanges and rows. */
final class OutgoingRows {
  static final String ADD =
      """
      insert into outgoing_interchange
        (tenant, id, state, sender, recipient, type, application_reference, reference, file_name,
         prepared_at, size_bytes, sha256, message_count, bytes, channel, sending, attempts,
         last_error, cause_kind, cause_id, findings, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22)\
      """;
  static final String ADD_MESSAGE =
      """
      insert into outgoing_message
        (tenant, interchange, position, reference, document_number, check_identifier, object)
      values ($1, $2, $3, $4, $5, $6, $7)\
      """;

  /** All but the bytes, which may be many. */
  static final String SELECT =
      """
      select position, id, state, sender, recipient, type, application_reference, reference,
        prepared_at, size_bytes, sha256, message_count, channel, sending, attempts, delivered_at,
        decided_at, last_error, cause_kind, cause_id, findings, created_at
      from outgoing_interchange o
      """;

  static final String FILTER =
      """
      where position < $1
        and ($2::text is null or state = $2)
        and ($3::text is null or channel = $3)
        and ($4::text is null or recipient = $4)
        and ($5::text is null or exists (
          select 1 from outgoing_message m where m.interchange = o.id and m.object = $5))
        and ($6::text is null or reference = $6)
        and ($7::text is null or type = $7)
      order by position desc limit $8\
      """;

  static final String MESSAGES =
      """
      select m.position, m.reference, m.document_number, m.check_identifier, m.object,
        bool_or(not a.positive) as refused, bool_or(a.positive) as accepted,
        coalesce(array_agg(a.reason) filter (where not a.positive), '{}') as reasons
      from outgoing_message m
      join outgoing_interchange o on o.id = m.interchange
      left join outgoing_answer a
        on a.interchange = m.interchange and a.position = m.position and a.sending = o.sending
      where m.interchange = $1
      group by m.position, m.reference, m.document_number, m.check_identifier, m.object
      order by m.position\
      """;

  static final String POSITIONS =
      """
      select 0 as position, '' as name where '' = any($2)
      union all
      select m.position, n.name from outgoing_message m
      cross join lateral (values (m.document_number), (m.reference)) as n (name)
      where m.interchange = $1 and n.name <> '' and n.name = any($2)
      order by position\
      """;
  static final String ADD_ANSWER =
      """
      insert into outgoing_answer
        (tenant, interchange, sending, position, kind, positive, source, source_message,
         reason, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict do nothing\
      """;

  private OutgoingRows() {}

  static Object[] row(Tenant tenant, OutgoingInterchange interchange, byte[] bytes) {
    OutgoingHeader header = interchange.header();
    return new Object[] {
      tenant.id(),
      interchange.id(),
      interchange.state().name(),
      header.sender(),
      header.recipient(),
      header.type(),
      header.applicationReference(),
      header.reference(),
      header.fileName(),
      header.preparedAt().atOffset(ZoneOffset.UTC),
      interchange.sizeBytes(),
      interchange.sha256(),
      interchange.messageCount(),
      Buffer.buffer(bytes),
      interchange.channel().name(),
      interchange.progress().sending(),
      interchange.progress().attempts(),
      interchange.progress().lastError(),
      interchange.cause().kind().name(),
      interchange.cause().id(),
      interchange.findings().toArray(String[]::new),
      interchange.progress().createdAt().atOffset(ZoneOffset.UTC)
    };
  }

  static OutgoingInterchange interchange(Row row) {
    return new OutgoingInterchange(
        row.getUUID("id"),
        OutgoingState.valueOf(row.getString("state")),
        new OutgoingHeader(
            row.getString("sender"),
            row.getString("recipient"),
            row.getString("type"),
            row.getString("application_reference"),
            row.getString("reference"),
            row.getOffsetDateTime("prepared_at").toInstant()),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getInteger("message_count"),
        DeliveryChannel.valueOf(row.getString("channel")),
        new OutgoingInterchange.Progress(
            row.getOffsetDateTime("created_at").toInstant(),
            row.getInteger("sending"),
            row.getInteger("attempts"),
            instant(row.getOffsetDateTime("delivered_at")),
            instant(row.getOffsetDateTime("decided_at")),
            row.getString("last_error")),
        new Cause(Cause.Kind.valueOf(row.getString("cause_kind")), row.getString("cause_id")),
        List.of(row.getArrayOfStrings("findings")));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }

  static OutgoingMessage message(Row row) {
    return new OutgoingMessage(
        row.getInteger("position"),
        new NewMessage(
            row.getString("reference"),
            row.getString("document_number"),
            row.getString("check_identifier"),
            row.getString("object")),
        verdict(row),
        List.of(row.getArrayOfStrings("reasons")));
  }

  private static Verdict verdict(Row row) {
    if (Boolean.TRUE.equals(row.getBoolean("refused"))) {
      return Verdict.REFUSED;
    }
    return Boolean.TRUE.equals(row.getBoolean("accepted")) ? Verdict.ACCEPTED : Verdict.OPEN;
  }
}
