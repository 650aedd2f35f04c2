package org.nachbarstrom.metering.series.persistence;

import static org.nachbarstrom.metering.series.persistence.VersionRows.column;
import static org.nachbarstrom.metering.series.persistence.VersionRows.utc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Day blocks as rows, many per statement; the tenant of what is read is held by row-level security.
 */
@ApplicationScoped
class SqlSeriesStore implements SeriesStore {
  /** So many rows go in one statement, at most some megabytes. */
  private static final int ROWS = 4096;

  /**
   * The rows come in the order of the arrays, which is that of the keys. One that is there is
   * locked although the condition keeps it from being written again.
   */
  private static final String LOCK =
      """
      insert into series (tenant, accounting_point, direction)
      select $1, * from unnest($2::text[], $3::text[])
      on conflict (tenant, accounting_point, direction)
        do update set direction = excluded.direction where false\
      """;

  /** The offset keeps the planner from reading the whole table instead of asking key by key. */
  private static final String LATEST =
      """
      select d.* from unnest($1::text[], $2::text[], $3::date[], $4::date[])
        as k (point, direction, first_day, last_day)
      cross join lateral (select %s from series_day_block b
        where b.accounting_point = k.point and b.direction = k.direction
          and b.utc_day between k.first_day and k.last_day offset 0) d\
      """
          .formatted(VersionRows.COLUMNS);

  private static final String APPEND =
      """
      insert into series_day_block (tenant, recorded_at, %s)
      select $1, $2, * from unnest($3::text[], $4::text[], $5::date[], $6::integer[],
        $7::bytea[], $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::text[])\
      """
          .formatted(VersionRows.COLUMNS);
  private static final String READ =
      """
      select %s from series_day_block
      where accounting_point = any($1) and utc_day between $2 and $3 and recorded_at <= $4\
      """
          .formatted(VersionRows.COLUMNS);

  private final Sql sql;

  SqlSeriesStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, Collection<SeriesKey> keys) {
    List<SeriesKey> inOrder = keys.stream().sorted().toList();
    return sql.execute(
            LOCK,
            tenant.id(),
            column(inOrder, String[]::new, SqlSeriesStore::point),
            column(inOrder, String[]::new, SqlSeriesStore::direction))
        .replaceWithVoid();
  }

  @Override
  public Uni<Map<SeriesKey, Map<LocalDate, DayState>>> latest(Map<SeriesKey, DayRange> days) {
    List<Map.Entry<SeriesKey, DayRange>> ranges = List.copyOf(days.entrySet());
    return sql.query(
            LATEST,
            column(ranges, String[]::new, range -> point(range.getKey())),
            column(ranges, String[]::new, range -> direction(range.getKey())),
            column(ranges, LocalDate[]::new, range -> range.getValue().first()),
            column(ranges, LocalDate[]::new, range -> range.getValue().last()))
        .map(VersionRows::states);
  }

  @Override
  public Uni<Void> append(Tenant tenant, Instant recordedAt, List<Addition> additions) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (int from = 0; from < additions.size(); from += ROWS) {
      List<Addition> some = additions.subList(from, Math.min(from + ROWS, additions.size()));
      chain = chain.chain(previous -> insert(tenant, recordedAt, some));
    }
    return chain;
  }

  private Uni<Void> insert(Tenant tenant, Instant recordedAt, List<Addition> additions) {
    List<Object> parameters = new ArrayList<>(List.of(tenant.id(), utc(recordedAt)));
    parameters.addAll(VersionRows.columns(additions));
    return sql.execute(APPEND, parameters.toArray()).replaceWithVoid();
  }

  @Override
  public Uni<SeriesSnapshot> read(SnapshotQuery query) {
    return sql.query(
            READ,
            query.keys().stream().map(SqlSeriesStore::point).distinct().toArray(String[]::new),
            QuarterHours.utcDayOf(query.interval().start()),
            QuarterHours.utcDayOf(query.interval().end()),
            utc(query.asKnownAt()))
        .chain(rows -> OffLoop.compute(() -> VersionRows.snapshot(rows)));
  }

  private static String point(SeriesKey key) {
    return key.accountingPoint().value();
  }

  private static String direction(SeriesKey key) {
    return key.direction().name();
  }
}
