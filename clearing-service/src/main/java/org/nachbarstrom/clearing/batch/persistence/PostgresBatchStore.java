package org.nachbarstrom.clearing.batch.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.clearing.batch.Alarm;
import org.nachbarstrom.clearing.batch.Anchor;
import org.nachbarstrom.clearing.batch.BatchCounts;
import org.nachbarstrom.clearing.batch.BatchRecord;
import org.nachbarstrom.clearing.batch.BatchRejection;
import org.nachbarstrom.clearing.batch.BatchState;
import org.nachbarstrom.clearing.batch.BatchStore;
import org.nachbarstrom.clearing.batch.ReceivedBatch;
import org.nachbarstrom.clearing.batch.Refusal;
import org.nachbarstrom.support.persistence.Sql;

/** Batches in PostgreSQL. Row-level security limits every statement to the current tenant. */
@ApplicationScoped
class PostgresBatchStore implements BatchStore {
  private static final String INSERT =
      """
      insert into batch (tenant, id, sequence, state, community, closing, closing_version, bookings,
                         content, refusal_code, refusal_detail, traceparent, received_at)
      values (current_setting('nachbarstrom.tenant'), $1, $2, $3, $4, $5, $6, $7,
              cast($8::text as jsonb), $9, $10, $11, $12)
      """;

  private final Sql sql;
  private final ObjectMapper json;

  PostgresBatchStore(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Override
  public Uni<Void> add(
      ReceivedBatch batch, Optional<Refusal> refusal, String traceparent, Instant now) {
    BatchState state = refusal.isPresent() ? BatchState.REFUSED : BatchState.RECEIVED;
    return sql.execute(
            INSERT,
            batch.batch(),
            batch.sequence(),
            state.name(),
            batch.closing().community(),
            batch.closing().id(),
            batch.closing().version(),
            batch.bookings().size(),
            write(batch),
            refusal.map(Refusal::code).orElse(null),
            refusal.map(Refusal::detail).orElse(null),
            traceparent,
            utc(now))
        .replaceWithVoid();
  }

  private String write(ReceivedBatch batch) {
    try {
      return json.writeValueAsString(batch);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private ReceivedBatch read(String content) {
    try {
      return json.readValue(content, ReceivedBatch.class);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public Uni<Optional<BatchRecord>> find(UUID batch) {
    return one(" where id = $1", batch);
  }

  @Override
  public Uni<Optional<BatchRecord>> findBySequence(long sequence) {
    return one(
        " where sequence = $1 and refusal_code is distinct from $2",
        sequence,
        BatchRejection.SEQUENCE_TAKEN.code());
  }

  @Override
  public Uni<ReceivedBatch> content(UUID batch) {
    return sql.query("select content::text as content from batch where id = $1", batch)
        .map(rows -> read(rows.getFirst().getString("content")));
  }

  @Override
  public Uni<List<BatchRecord>> list(Optional<BatchState> state, long after, int limit) {
    return many(
        " where position > $1 and ($2::text is null or state = $2) order by position limit $3",
        after,
        state.map(BatchState::name).orElse(null),
        limit);
  }

  @Override
  public Uni<BatchCounts> counts() {
    return sql.query(
            """
            select count(*) filter (where state = 'RECEIVED') as received,
                   count(*) filter (where state = 'POSTED') as posted,
                   count(*) filter (where state = 'ANCHORED') as anchored,
                   count(*) filter (where state = 'REFUSED') as refused,
                   coalesce(max(block_number), 0) as last_block
              from batch
            """)
        .map(rows -> BatchRows.counts(rows.getFirst()));
  }

  @Override
  public Uni<Long> lockOrder() {
    return sql.execute(
            """
            insert into ledger (tenant) values (current_setting('nachbarstrom.tenant'))
            on conflict do nothing
            """)
        .chain(done -> sql.query("select next_sequence from ledger for update"))
        .map(rows -> rows.getFirst().getLong("next_sequence"));
  }

  @Override
  public Uni<Long> nextSequence() {
    return sql.query("select next_sequence from ledger")
        .map(rows -> rows.isEmpty() ? 1L : rows.getFirst().getLong("next_sequence"));
  }

  @Override
  public Uni<Void> advance() {
    return sql.execute("update ledger set next_sequence = next_sequence + 1").replaceWithVoid();
  }

  @Override
  public Uni<Void> markPosted(UUID batch, Instant now) {
    return sql.query(
            "update ledger set ledger_sequence = ledger_sequence + 1 returning ledger_sequence")
        .chain(rows ->
            sql.execute(
                """
                update batch set state = 'POSTED', ledger_sequence = $2, posted_at = $3
                 where id = $1 and state = 'RECEIVED'
                """,
                batch,
                rows.getFirst().getLong("ledger_sequence"),
                utc(now)))
        .invoke(changed -> requireOne(batch, changed))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> markRefused(UUID batch, Refusal refusal) {
    return sql.execute(
            """
            update batch set state = 'REFUSED', refusal_code = $2, refusal_detail = $3
             where id = $1 and state = 'RECEIVED'
            """,
            batch,
            refusal.code(),
            refusal.detail())
        .invoke(changed -> requireOne(batch, changed))
        .replaceWithVoid();
  }

  private static void requireOne(UUID batch, int changed) {
    if (changed != 1) {
      throw new IllegalStateException("Batch " + batch + " is not RECEIVED");
    }
  }

  @Override
  public Uni<Optional<BatchRecord>> nextToAnchor() {
    return one(" where state = 'POSTED' order by ledger_sequence limit 1");
  }

  @Override
  public Uni<List<BatchRecord>> anchored(long after, int limit) {
    return many(
        " where state = 'ANCHORED' and ledger_sequence > $1 order by ledger_sequence limit $2",
        after,
        limit);
  }

  @Override
  public Uni<Boolean> markAnchored(UUID batch, Anchor anchor) {
    return sql.execute(
            """
            update batch set state = 'ANCHORED', merkle_root = $2, transaction_hash = $3,
                   block_number = $4, gas_used = $5, contract = $6, chain_id = $7,
                   anchored_at = $8, alarm_code = null, alarm_detail = null
             where id = $1 and state = 'POSTED'
            """,
            batch,
            anchor.merkleRoot(),
            anchor.transactionHash(),
            anchor.blockNumber(),
            anchor.gasUsed(),
            anchor.contract(),
            anchor.chainId(),
            utc(anchor.anchoredAt()))
        .map(changed -> changed == 1);
  }

  @Override
  public Uni<Integer> raiseAlarm(UUID batch, Alarm alarm) {
    return sql.query(
            """
            update batch set attempts = attempts + 1, alarm_code = $2, alarm_detail = $3
             where id = $1 returning attempts
            """,
            batch,
            alarm.code(),
            alarm.detail())
        .map(rows -> rows.getFirst().getInteger("attempts"));
  }

  private Uni<Optional<BatchRecord>> one(String condition, @Nullable Object... parameters) {
    return many(condition, parameters).map(found -> found.stream().findFirst());
  }

  private Uni<List<BatchRecord>> many(String condition, @Nullable Object... parameters) {
    return sql.query(BatchRows.BATCHES + condition, parameters)
        .map(rows -> rows.stream().map((Row row) -> BatchRows.batch(row)).toList());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
