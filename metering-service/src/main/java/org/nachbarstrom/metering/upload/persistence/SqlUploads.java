package org.nachbarstrom.metering.upload.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.FileBytes;
import org.nachbarstrom.metering.upload.RejectedValue;
import org.nachbarstrom.metering.upload.Upload;
import org.nachbarstrom.metering.upload.UploadCounts;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadState;
import org.nachbarstrom.metering.upload.Uploads;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Uploads as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlUploads implements Uploads {
  private static final int REJECTIONS_AT_ONCE = 2_000;
  private static final String ADD =
      """
      insert into upload (tenant, id, kind, file_name, idempotency_key, uploaded_by, message_time,
        message_time_given, received_at, state, attempt, identity, lines, rejected_lines, added,
        changed, unchanged, outdated, repeated, rejected, readings, alive_at, refusal)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21, $22, $23)\
      """;
  private static final String UPDATE =
      """
      update upload set state = $2, attempt = $3, identity = $4, lines = $5, rejected_lines = $6,
        added = $7, changed = $8, unchanged = $9, outdated = $10, repeated = $11, rejected = $12,
        readings = $13, alive_at = $14, refusal = $15
      where id = $1\
      """;
  private static final String COUNT =
      """
      update upload set lines = lines + $3, rejected_lines = rejected_lines + $4,
        added = added + $5, changed = changed + $6, unchanged = unchanged + $7,
        outdated = outdated + $8, repeated = repeated + $9, rejected = rejected + $10,
        readings = readings + $11, alive_at = $12
      where id = $1 and attempt = $2\
      """;
  private static final String LIST =
      """
      select * from upload
      where $1::timestamptz is null or (received_at, id) < ($1, $2)
      order by received_at desc, id desc
      limit $3\
      """;
  private static final String REJECT =
      """
      insert into upload_rejection (tenant, upload, number, line, pointer, fault, detail,
        value_count)
      values ($1, $2, $3, $4, $5, $6, $7, $8)\
      """;
  private static final String DROP_OLDER =
      """
      with dropped as (
        update upload set state = 'DROPPED' where state = 'PREVIEWED' and received_at < $1
        returning tenant, id)
      update upload_file f set bytes = ''::bytea
      from dropped d where f.tenant = d.tenant and f.upload = d.id\
      """;

  private final Sql sql;

  SqlUploads(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant) {
    return sql.lock("upload " + tenant.id());
  }

  @Override
  public Uni<Optional<Upload>> find(UUID id) {
    return first("select * from upload where id = $1", id);
  }

  @Override
  public Uni<Optional<Upload>> findByKey(String idempotencyKey) {
    return first("select * from upload where idempotency_key = $1", idempotencyKey);
  }

  @Override
  public Uni<Optional<Upload>> findByIdentity(String identity) {
    return first(
        "select * from upload where identity = $1 and state not in ('REFUSED', 'DROPPED')",
        identity);
  }

  private Uni<Optional<Upload>> first(String query, Object parameter) {
    return sql.query(query, parameter)
        .map(rows -> rows.stream().findFirst().map(SqlUploads::upload));
  }

  @Override
  public Uni<List<Upload>> list(@Nullable Place after, int limit) {
    return sql.query(
            LIST,
            after == null ? null : utc(after.receivedAt()),
            after == null ? null : after.id(),
            limit)
        .map(rows -> rows.stream().map(SqlUploads::upload).toList());
  }

  @Override
  public Uni<Void> add(Tenant tenant, Upload upload) {
    Upload.Head head = upload.head();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(tenant.id());
    row.add(upload.id());
    row.add(head.kind().name());
    row.add(head.fileName());
    row.add(head.idempotencyKey());
    row.add(head.uploadedBy());
    row.add(utc(head.messageTime()));
    row.add(head.messageTimeGiven());
    row.add(utc(head.receivedAt()));
    row.add(upload.state().name());
    row.add(upload.attempt());
    row.add(upload.identity());
    row.addAll(counts(upload.counts()));
    row.add(utc(upload.aliveAt()));
    row.add(upload.refusal());
    return sql.execute(ADD, row.toArray()).replaceWithVoid();
  }

  @Override
  public Uni<Void> update(Upload upload) {
    List<Object> row = new ArrayList<>();
    row.add(upload.id());
    row.add(upload.state().name());
    row.add(upload.attempt());
    row.add(upload.identity());
    row.addAll(counts(upload.counts()));
    row.add(utc(upload.aliveAt()));
    row.add(upload.refusal());
    return sql.execute(UPDATE, row.toArray()).replaceWithVoid();
  }

  @Override
  public Uni<Boolean> count(Upload upload, UploadCounts more, Instant now) {
    List<Object> row = new ArrayList<>();
    row.add(upload.id());
    row.add(upload.attempt());
    row.addAll(counts(more));
    row.add(utc(now));
    return sql.execute(COUNT, row.toArray()).map(rows -> rows == 1);
  }

  private static List<Long> counts(UploadCounts counts) {
    return List.of(
        counts.lines(),
        counts.rejectedLines(),
        counts.added(),
        counts.changed(),
        counts.unchanged(),
        counts.outdated(),
        counts.repeated(),
        counts.rejected(),
        counts.readings());
  }

  @Override
  public Uni<Void> remove(UUID id) {
    return sql.execute("delete from upload where id = $1", id).replaceWithVoid();
  }

  @Override
  public Uni<Void> reject(Tenant tenant, UUID id, List<RejectedValue> rejections) {
    Uni<Void> chain =
        sql.execute("delete from upload_rejection where upload = $1", id).replaceWithVoid();
    for (int from = 0; from < rejections.size(); from += REJECTIONS_AT_ONCE) {
      int first = from;
      chain = chain.chain(done -> rejectPart(tenant, id, rejections, first));
    }
    return chain;
  }

  private Uni<Void> rejectPart(Tenant tenant, UUID id, List<RejectedValue> all, int first) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = first; i < Math.min(all.size(), first + REJECTIONS_AT_ONCE); i++) {
      RejectedValue rejection = all.get(i);
      rows.add(
          new Object[] {
            tenant.id(),
            id,
            i + 1L,
            rejection.line(),
            rejection.pointer(),
            rejection.fault().name(),
            rejection.detail(),
            rejection.values()
          });
    }
    return sql.batch(REJECT, rows);
  }

  @Override
  public Uni<List<Numbered>> rejections(UUID id, long after, int limit) {
    return sql.query(
            "select * from upload_rejection where upload = $1 and number > $2"
                + " order by number limit $3",
            id,
            after,
            limit)
        .map(rows -> rows.stream().map(SqlUploads::numbered).toList());
  }

  @Override
  public Uni<Void> keep(Tenant tenant, UUID id, StoredFile file) {
    return sql.execute(
            "insert into upload_file (tenant, upload, bytes, mapping, preview, digest)"
                + " values ($1, $2, $3, $4, $5, $6)",
            tenant.id(),
            id,
            Buffer.buffer(file.content().bytes()),
            file.mapping(),
            file.preview(),
            file.digest())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<StoredFile>> file(UUID id) {
    return sql.query("select * from upload_file where upload = $1", id)
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row ->
                    new StoredFile(
                        FileBytes.of(row.getBuffer("bytes").getBytes()),
                        row.getString("mapping"),
                        row.getString("preview"),
                        row.getString("digest"))));
  }

  @Override
  public Uni<Optional<String>> preview(UUID id) {
    return sql.query("select preview from upload_file where upload = $1", id)
        .map(rows -> rows.stream().findFirst().map(row -> row.getString("preview")));
  }

  @Override
  public Uni<Void> forget(UUID id) {
    return sql.execute("update upload_file set bytes = ''::bytea where upload = $1", id)
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> dropOlder(Instant receivedBefore) {
    return sql.execute(DROP_OLDER, utc(receivedBefore)).replaceWithVoid();
  }

  private static Numbered numbered(Row row) {
    return new Numbered(
        row.getLong("number"),
        new RejectedValue(
            row.getLong("line"),
            row.getString("pointer"),
            Fault.valueOf(row.getString("fault")),
            row.getString("detail"),
            row.getInteger("value_count")));
  }

  private static Upload upload(Row row) {
    Upload.Head head =
        new Upload.Head(
            UploadKind.valueOf(row.getString("kind")),
            row.getString("file_name"),
            row.getString("idempotency_key"),
            row.getString("uploaded_by"),
            instant(row, "message_time"),
            row.getBoolean("message_time_given"),
            instant(row, "received_at"));
    UploadCounts counts =
        new UploadCounts(
            row.getLong("lines"),
            row.getLong("rejected_lines"),
            row.getLong("added"),
            row.getLong("changed"),
            row.getLong("unchanged"),
            row.getLong("outdated"),
            row.getLong("repeated"),
            row.getLong("rejected"),
            row.getLong("readings"));
    return new Upload(
        row.getUUID("id"),
        head,
        UploadState.valueOf(row.getString("state")),
        row.getInteger("attempt"),
        row.getString("identity"),
        counts,
        instant(row, "alive_at"),
        row.getString("refusal"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
