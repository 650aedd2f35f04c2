package org.nachbarstrom.edifact.interchange.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.interchange.ContentKind;
import org.nachbarstrom.edifact.interchange.Interchange;
import org.nachbarstrom.edifact.interchange.InterchangeStore;
import org.nachbarstrom.edifact.interchange.ReceivedMessage;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps interchanges in the tables interchange, interchange_raw and message. */
@ApplicationScoped
class PostgresInterchangeStore implements InterchangeStore {
  private static final String ADD =
      """
      insert into interchange
        (tenant, id, state, sender, sender_qualifier, recipient, recipient_qualifier, prepared_at,
         reference, application_reference, received_at, message_type, compressed, size_bytes,
         sha256, message_count, accepted_count, value_count, findings)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)\
      """;
  private static final String EARLIER =
      """
      select id from interchange
      where sender = $1 and reference = $2 and (state <> 'REJECTED' or sha256 = $3)
      order by position limit 1\
      """;
  private static final String ADD_RAW =
      "insert into interchange_raw (tenant, interchange, part, bytes) values ($1, $2, $3, $4)";
  private static final String ADD_MESSAGE =
      """
      insert into message
        (tenant, interchange, position, accepted, content, reference, type, directory, version,
         check_identifier, document_number, location, value_count, finding_count, findings)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)\
      """;
  private static final String FIND =
      "select " + InterchangeRows.INTERCHANGE + " from interchange i where i.id = $1";
  private static final String MESSAGES =
      "select "
          + InterchangeRows.MESSAGE
          + " from message m where m.interchange = $1 order by m.position";

  private static final String NEXT_MESSAGES =
      "select "
          + InterchangeRows.MESSAGE
          + " from message m where m.interchange = $1 and m.position > $2"
          + " order by m.position limit $3";
  private static final String DOCUMENTS =
      """
      select distinct m.document_number
      from message m join interchange i on i.tenant = m.tenant and i.id = m.interchange
      where i.sender = $1 and m.document_number = any($2) and m.accepted and m.content = any($3)\
      """;

  private final Sql sql;
  private final InterchangeRows rows;
  private final FindingJson findings;

  PostgresInterchangeStore(Sql sql, InterchangeRows rows, FindingJson findings) {
    this.sql = sql;
    this.rows = rows;
    this.findings = findings;
  }

  @Override
  public Uni<Optional<UUID>> earlier(Tenant tenant, InterchangeHeader header, String sha256) {
    String key = String.join(" ", "interchange", tenant.id(), header.sender(), header.reference());
    return sql.lock(key)
        .chain(() -> sql.query(EARLIER, header.sender(), header.reference(), sha256))
        .map(found -> found.stream().findFirst().map(row -> row.getUUID("id")));
  }

  @Override
  public Uni<Void> add(Tenant tenant, Interchange interchange) {
    return sql.execute(ADD, row(tenant, interchange)).replaceWithVoid();
  }

  private @Nullable Object[] row(Tenant tenant, Interchange interchange) {
    Optional<InterchangeHeader> header = interchange.header();
    @Nullable Object[] row = {
      tenant.id(),
      interchange.id(),
      interchange.state().name(),
      header.map(InterchangeHeader::sender).orElse(null),
      header.map(InterchangeHeader::senderQualifier).orElse(null),
      header.map(InterchangeHeader::recipient).orElse(null),
      header.map(InterchangeHeader::recipientQualifier).orElse(null),
      header
          .flatMap(InterchangeHeader::preparedAt)
          .map(at -> at.atOffset(ZoneOffset.UTC))
          .orElse(null),
      header.map(InterchangeHeader::reference).orElse(null),
      header.map(InterchangeHeader::applicationReference).orElse(null),
      interchange.receivedAt().atOffset(ZoneOffset.UTC),
      interchange.messageType(),
      interchange.compressed(),
      interchange.sizeBytes(),
      interchange.sha256(),
      interchange.messageCount(),
      interchange.acceptedCount(),
      interchange.valueCount(),
      findings.write(interchange.findings())
    };
    return row;
  }

  @Override
  public Uni<Void> addRaw(Tenant tenant, UUID interchange, int part, byte[] bytes) {
    return sql.execute(ADD_RAW, tenant.id(), interchange, part, Buffer.buffer(bytes))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> addMessages(Tenant tenant, UUID interchange, List<ReceivedMessage> messages) {
    return sql.batch(
        ADD_MESSAGE,
        messages.stream().map(message -> messageRow(tenant, interchange, message)).toList());
  }

  private Object[] messageRow(Tenant tenant, UUID interchange, ReceivedMessage message) {
    MessageHeader header = message.facts().header();
    return new Object[] {
      tenant.id(),
      interchange,
      message.position(),
      message.accepted(),
      message.content().name(),
      header.reference(),
      header.type(),
      header.directory(),
      header.version(),
      message.facts().checkIdentifier(),
      message.facts().documentNumber(),
      message.facts().location(),
      message.values(),
      message.findingCount(),
      findings.write(message.findings())
    };
  }

  @Override
  public Uni<Set<String>> documents(String sender, Set<String> documents, Set<ContentKind> kinds) {
    return sql.query(
            DOCUMENTS,
            sender,
            documents.toArray(String[]::new),
            kinds.stream().map(Enum::name).toArray(String[]::new))
        .map(found ->
            found.stream()
                .map(row -> row.getString("document_number"))
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Uni<Void> complete(Interchange interchange) {
    return sql.execute(
            """
            update interchange
            set state = $2, message_count = $3, accepted_count = $4, value_count = $5,
              message_type = $6
            where id = $1\
            """,
            interchange.id(),
            interchange.state().name(),
            interchange.messageCount(),
            interchange.acceptedCount(),
            interchange.valueCount(),
            interchange.messageType())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> addContrl(UUID interchange, byte[] contrl) {
    return sql.execute(
            "update interchange set contrl = $2 where id = $1", interchange, Buffer.buffer(contrl))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Interchange>> find(UUID id) {
    return sql.query(FIND, id).map(found -> found.stream().findFirst().map(rows::interchange));
  }

  @Override
  public Uni<List<ReceivedMessage>> messages(UUID interchange) {
    return sql.query(MESSAGES, interchange)
        .map(found -> found.stream().map(rows::message).toList());
  }

  @Override
  public Uni<List<ReceivedMessage>> messages(UUID interchange, int after, int limit) {
    return sql.query(NEXT_MESSAGES, interchange, after, limit)
        .map(found -> found.stream().map(rows::message).toList());
  }

  @Override
  public Uni<Optional<byte[]>> raw(UUID interchange, int part) {
    return bytes(
        "select bytes from interchange_raw where interchange = $1 and part = $2",
        interchange,
        part);
  }

  @Override
  public Uni<Optional<byte[]>> contrl(UUID interchange) {
    return bytes(
        "select contrl as bytes from interchange where id = $1 and contrl is not null",
        interchange);
  }

  private Uni<Optional<byte[]>> bytes(String query, Object... parameters) {
    return sql.query(query, parameters)
        .map(found -> found.stream().findFirst().map(row -> row.getBuffer("bytes").getBytes()));
  }
}
