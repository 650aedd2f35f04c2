package org.nachbarstrom.settlement.booking.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.settlement.booking.BatchDraft;
import org.nachbarstrom.settlement.booking.BatchState;
import org.nachbarstrom.settlement.booking.BatchStore;
import org.nachbarstrom.settlement.booking.BatchSummary;
import org.nachbarstrom.settlement.booking.BatchTotals;
import org.nachbarstrom.settlement.booking.BookingBatch;
import org.nachbarstrom.settlement.booking.ClearingFacts;
import org.nachbarstrom.settlement.booking.Positions;
import org.nachbarstrom.settlement.booking.Refusal;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Batches in the tables {@code booking_batch}, {@code booking} and {@code batch_counter}. */
@ApplicationScoped
class PostgresBatchStore implements BatchStore {
  private final Sql sql;
  private final Clock clock;

  PostgresBatchStore(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<UUID> prepare(Tenant tenant, BatchDraft draft) {
    UUID id = UUID.randomUUID();
    BatchTotals totals = BatchTotals.of(draft.bookings());
    return sql.execute(
            """
            insert into booking_batch
              (tenant, id, run, closing, version, reason, previous_batch, state,
               booking_count, amount_micro_euro, energy_milliwatt_hours, prepared_at)
            values ($1, $2, $3, $4, $5, $6, $7, 'PREPARED', $8, $9, $10, $11)\
            """,
            tenant.id(),
            id,
            draft.run(),
            draft.closing().id(),
            draft.closing().version(),
            draft.reason().name(),
            draft.previousBatch().orElse(null),
            totals.bookings(),
            totals.amount().microEuro(),
            totals.energy().milliWattHours(),
            now())
        .chain(done ->
            sql.execute(BookingRows.INSERT, BookingRows.parameters(tenant, id, draft.bookings())))
        .replaceWith(id);
  }

  @Override
  public Uni<Optional<BookingBatch>> find(UUID batch) {
    return sql.query(
            """
            select b.*, r.community, r.zone, r.from_day, r.to_day, r.start_at, r.end_at
            from booking_batch b join run r on r.id = b.run
            where b.id = $1\
            """,
            batch)
        .chain(rows -> {
          if (rows.isEmpty()) {
            return Uni.createFrom().item(Optional.<BookingBatch>empty());
          }
          return sql.query("select * from booking where batch = $1 order by number", batch)
              .map(bookings -> Optional.of(BatchRows.batch(rows.getFirst(), bookings)));
        });
  }

  @Override
  public Uni<Optional<BatchSummary>> lock(UUID batch) {
    return sql.query("select id, run, state from booking_batch where id = $1 for update", batch)
        .map(rows -> rows.stream().findFirst().map(PostgresBatchStore::summary));
  }

  @Override
  public Uni<List<BatchSummary>> lockOfClosing(UUID closing) {
    return sql.query(
            """
            select id, run, state from booking_batch
            where closing = $1 order by version for update\
            """,
            closing)
        .map(rows -> rows.stream().map(PostgresBatchStore::summary).toList());
  }

  private static BatchSummary summary(Row row) {
    return new BatchSummary(
        row.getUUID("id"), row.getUUID("run"), BatchState.valueOf(row.getString("state")));
  }

  @Override
  public Uni<Positions> booked(UUID closing) {
    return sql.query("select * from booked_position where closing = $1", closing)
        .map(BookingRows::positions);
  }

  @Override
  public Uni<Void> release(Tenant tenant, UUID batch) {
    return sql.query(
            """
            insert into batch_counter (tenant, last_sequence) values ($1, 1)
            on conflict (tenant) do update set last_sequence = batch_counter.last_sequence + 1
            returning last_sequence\
            """,
            tenant.id())
        .chain(rows ->
            change(
                """
                update booking_batch set state = 'RELEASED', released_at = $2, sequence = $3
                where id = $1 and state = 'PREPARED'\
                """,
                batch,
                now(),
                rows.getFirst().getLong(0)));
  }

  @Override
  public Uni<Void> discard(UUID batch) {
    return change(
        "update booking_batch set state = 'DISCARDED' where id = $1 and state = 'PREPARED'", batch);
  }

  @Override
  public Uni<Void> cleared(UUID batch, ClearingFacts facts) {
    return change(
        """
        update booking_batch
        set state = 'CLEARED', answered_at = $2, merkle_root = $3, transaction_hash = $4,
            block_number = $5, contract = $6, chain_id = $7, gas_used = $8
        where id = $1 and state = 'RELEASED'\
        """,
        batch,
        now(),
        facts.merkleRoot(),
        facts.transactionHash(),
        facts.blockNumber(),
        facts.contract(),
        facts.chainId(),
        facts.gasUsed());
  }

  @Override
  public Uni<Void> refused(UUID batch, Refusal refusal) {
    return change(
        """
        update booking_batch
        set state = 'REFUSED', answered_at = $2, refusal_code = $3, refusal_detail = $4
        where id = $1 and state = 'RELEASED'\
        """,
        batch,
        now(),
        refusal.code(),
        refusal.detail());
  }

  private Uni<Void> change(String statement, Object... parameters) {
    return sql.execute(statement, parameters)
        .invoke(changed -> {
          if (changed != 1) {
            throw new IllegalStateException("batch " + parameters[0] + " is in another state");
          }
        })
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
