package org.nachbarstrom.metering.erasure.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.erasure.ErasedTable;
import org.nachbarstrom.metering.erasure.ErasureRun;
import org.nachbarstrom.metering.erasure.ErasureRuns;
import org.nachbarstrom.metering.erasure.Erasures;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Runs as rows under row-level security; whose turn is next is a table that all tenants share. */
@ApplicationScoped
class SqlErasureRuns implements ErasureRuns {
  private static final String SCHEDULE =
      """
      insert into retention_schedule (tenant, due_at) values ($1, $2)
      on conflict (tenant) do update set due_at = excluded.due_at\
      """;
  private static final String SELECT =
      """
      select number, kept_from, started_at, requested_by, table_name, position, erased, finished_at
      from retention_run where\
      """;
  private static final String ADD =
      """
      insert into retention_run
        (tenant, number, kept_from, started_at, requested_by, table_name, position, erased)
      values ($1, $2, $3, $4, $5, $6, $7, $8)\
      """;
  private static final String UPDATE =
      """
      update retention_run set table_name = $2, position = $3, erased = $4, finished_at = $5
      where number = $1\
      """;

  private final Sql sql;

  SqlErasureRuns(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Optional<Tenant>> due(Instant now) {
    return sql.query(
            "select tenant from retention_schedule where due_at <= $1 order by due_at limit 1",
            utc(now))
        .map(rows -> rows.stream().findFirst().map(row -> new Tenant(row.getString("tenant"))));
  }

  @Override
  public Uni<Void> schedule(Tenant tenant, Instant dueAt) {
    return sql.execute(SCHEDULE, tenant.id(), utc(dueAt)).replaceWithVoid();
  }

  @Override
  public Uni<Boolean> claim(Tenant tenant) {
    return sql.query(
            "select from retention_schedule where tenant = $1 for update skip locked", tenant.id())
        .map(rows -> !rows.isEmpty());
  }

  @Override
  public Uni<Optional<ErasureRun>> unfinished() {
    return sql.query(SELECT + " finished_at is null")
        .map(rows -> rows.stream().findFirst().map(SqlErasureRuns::run));
  }

  @Override
  public Uni<Integer> newest() {
    return sql.query("select coalesce(max(number), 0) as newest from retention_run")
        .map(rows -> rows.getFirst().getInteger("newest"));
  }

  @Override
  public Uni<Void> add(Tenant tenant, ErasureRun run) {
    return sql.execute(
            ADD,
            tenant.id(),
            run.number(),
            utc(run.keptFrom()),
            utc(run.startedAt()),
            run.requestedBy(),
            table(run),
            position(run),
            json(run))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> update(ErasureRun run) {
    return sql.execute(
            UPDATE,
            run.number(),
            table(run),
            position(run),
            json(run),
            run.finishedAt().map(SqlErasureRuns::utc).orElse(null))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<ErasureRun>> list(int before, int limit) {
    return sql.query(SELECT + " number < $1 order by number desc limit $2", before, limit)
        .map(rows -> rows.stream().map(SqlErasureRuns::run).toList());
  }

  private static @Nullable String table(ErasureRun run) {
    return run.place().map(place -> place.table().name()).orElse(null);
  }

  private static String position(ErasureRun run) {
    return run.place().map(Erasures.Place::position).orElse("");
  }

  private static JsonObject json(ErasureRun run) {
    JsonObject json = new JsonObject();
    run.erased().forEach(json::put);
    return json;
  }

  private static ErasureRun run(Row row) {
    String table = row.getString("table_name");
    OffsetDateTime finishedAt = row.getOffsetDateTime("finished_at");
    Map<String, Long> erased = new TreeMap<>();
    JsonObject json = row.getJsonObject("erased");
    json.fieldNames().forEach(name -> erased.put(name, json.getLong(name)));
    return new ErasureRun(
        row.getInteger("number"),
        row.getOffsetDateTime("kept_from").toInstant(),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getString("requested_by"),
        Optional.ofNullable(table)
            .map(name -> new Erasures.Place(ErasedTable.valueOf(name), row.getString("position"))),
        erased,
        Optional.ofNullable(finishedAt).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
