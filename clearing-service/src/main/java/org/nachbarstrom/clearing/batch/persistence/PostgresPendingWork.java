package org.nachbarstrom.clearing.batch.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.clearing.batch.PendingWork;
import org.nachbarstrom.clearing.batch.StepResult;
import org.nachbarstrom.clearing.batch.WorkKind;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Due work in PostgreSQL; several instances share it by skipping rows that another one holds. */
@ApplicationScoped
class PostgresPendingWork implements PendingWork {
  private static final Logger LOG = Logger.getLogger(PostgresPendingWork.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final TenantTransactions transactions;
  private final Sql sql;
  private final Clock clock;

  PostgresPendingWork(TenantTransactions transactions, Sql sql, Clock clock) {
    this.transactions = transactions;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<Void> announce(Tenant tenant, WorkKind kind, Instant now) {
    return sql.execute(
            "insert into pending_work (tenant, kind, due_at) values ($1, $2, $3)",
            tenant.id(),
            kind.name(),
            utc(now))
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> step(WorkKind kind, Function<Tenant, Uni<StepResult>> step) {
    AtomicReference<@Nullable Taken> taken = new AtomicReference<>();
    return transactions
        .inSystemTransaction(() -> take(kind, taken).chain(found -> run(found, kind, step)))
        .onFailure()
        .recoverWithUni(failure -> {
          Taken found = taken.get();
          return found == null
              ? Uni.createFrom().failure(failure)
              : postponeFailed(found.tenant(), kind, failure);
        });
  }

  private Uni<Optional<Taken>> take(WorkKind kind, AtomicReference<@Nullable Taken> taken) {
    return sql.query(
            """
            select id, tenant from pending_work where kind = $1 and due_at <= $2
             order by due_at limit 1 for update skip locked
            """,
            kind.name(),
            utc(clock.instant()))
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row -> new Taken(row.getLong("id"), new Tenant(row.getString("tenant")))))
        .invoke(found -> taken.set(found.orElse(null)));
  }

  private Uni<Boolean> run(
      Optional<Taken> taken, WorkKind kind, Function<Tenant, Uni<StepResult>> step) {
    if (taken.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    Taken row = taken.get();
    return mergeOthers(row, kind)
        .chain(merged -> transactions.inTransaction(row.tenant(), () -> step.apply(row.tenant())))
        .chain(result ->
            switch (result) {
              case StepResult.More more -> postpone(row, clock.instant());
              case StepResult.Idle idle ->
                  sql.execute("delete from pending_work where id = $1", row.id());
              case StepResult.Postponed postponed -> postpone(row, postponed.until());
            })
        .replaceWith(true);
  }

  /** What they announce has been committed, so this step sees it. */
  private Uni<Integer> mergeOthers(Taken row, WorkKind kind) {
    return sql.execute(
        """
        delete from pending_work where id in (
          select id from pending_work where tenant = $1 and kind = $2 and id <> $3
             for update skip locked)
        """,
        row.tenant().id(),
        kind.name(),
        row.id());
  }

  private Uni<Integer> postpone(Taken row, Instant until) {
    return sql.execute("update pending_work set due_at = $2 where id = $1", row.id(), utc(until));
  }

  private Uni<Boolean> postponeFailed(Tenant tenant, WorkKind kind, Throwable failure) {
    LOG.errorf(failure, "Step %s of tenant %s failed and is tried again", kind, tenant.id());
    return transactions
        .inSystemTransaction(() ->
            sql.execute(
                """
                update pending_work set due_at = $3 where id in (
                  select id from pending_work where tenant = $1 and kind = $2
                     for update skip locked)
                """,
                tenant.id(),
                kind.name(),
                utc(clock.instant().plus(AFTER_FAILURE))))
        .replaceWith(true);
  }

  private record Taken(long id, Tenant tenant) {}

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
