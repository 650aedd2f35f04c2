package org.nachbarstrom.edifact.interchange.persistence;

import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;
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
         reference, application_reference, received_at, size_bytes, sha256, message_count,
         accepted_count, value_count, findings)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      on conflict (tenant, sender, reference) where state <> 'REJECTED' do nothing\
      """;
  private static final String EARLIER =
      """
      select id from interchange
      where sender = $1 and reference = $2 and state <> 'REJECTED'\
      """;
  private static final String ADD_RAW =
      "insert into interchange_raw (tenant, interchange, part, bytes) values ($1, $2, $3, $4)";
  private static final String ADD_MESSAGE =
      """
      insert into message
        (tenant, interchange, position, accepted, reference, type, directory, version,
         check_identifier, document_number, location, value_count, finding_count, findings)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)\
      """;
  private static final String MESSAGES =
      """
      select position, accepted, reference, type, directory, version, check_identifier,
        document_number, location, value_count, finding_count, findings
      from message where interchange = $1 order by position\
      """;

  private final Sql sql;
  private final InterchangeRepository interchanges;
  private final FindingJson findings;

  PostgresInterchangeStore(Sql sql, InterchangeRepository interchanges, FindingJson findings) {
    this.sql = sql;
    this.interchanges = interchanges;
    this.findings = findings;
  }

  @Override
  public Uni<Optional<UUID>> add(Tenant tenant, Interchange interchange) {
    return sql.execute(ADD, row(tenant, interchange))
        .chain(
            added -> added == 1 ? Uni.createFrom().item(Optional.empty()) : earlier(interchange));
  }

  private Uni<Optional<UUID>> earlier(Interchange interchange) {
    InterchangeHeader header = interchange.header().orElseThrow();
    return sql.query(EARLIER, header.sender(), header.reference())
        .map(rows -> Optional.of(rows.getFirst().getUUID("id")));
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
  public Uni<Void> complete(Interchange interchange) {
    return sql.execute(
            """
            update interchange
            set state = $2, message_count = $3, accepted_count = $4, value_count = $5
            where id = $1\
            """,
            interchange.id(),
            interchange.state().name(),
            interchange.messageCount(),
            interchange.acceptedCount(),
            interchange.valueCount())
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
    return interchanges
        .find("id", id)
        .firstResult()
        .map(row -> Optional.ofNullable(row).map(this::interchange));
  }

  @Override
  public Uni<List<ReceivedMessage>> messages(UUID interchange) {
    return sql.query(MESSAGES, interchange).map(rows -> rows.stream().map(this::message).toList());
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
        .map(rows -> rows.stream().findFirst().map(row -> row.getBuffer("bytes").getBytes()));
  }

  @Override
  public Uni<List<Listed>> list(long before, int limit) {
    return interchanges
        .find("position < ?1", Sort.descending("position"), before)
        .page(0, limit)
        .list()
        .map(rows -> rows.stream().map(row -> new Listed(row.position, interchange(row))).toList());
  }

  private Interchange interchange(InterchangeEntity row) {
    return row.toInterchange(findings.read(row.findings));
  }

  private ReceivedMessage message(Row row) {
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
        row.getInteger("value_count"),
        findings.read(row.getString("findings")),
        row.getInteger("finding_count"));
  }
}
