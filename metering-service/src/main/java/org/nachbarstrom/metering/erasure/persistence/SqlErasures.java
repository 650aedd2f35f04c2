package org.nachbarstrom.metering.erasure.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.erasure.ErasedTable;
import org.nachbarstrom.metering.erasure.Erasures;
import org.nachbarstrom.support.persistence.Sql;

/**
 * Deletes rows in portions; the tenant is held by row-level security, and a trigger of each table
 * refuses rows that are not behind the horizon.
 */
@ApplicationScoped
class SqlErasures implements Erasures {
  private static final int SERIES_AT_ONCE = 500;
  private static final String NEXT_SERIES =
      """
      select accounting_point, direction from series
      where (accounting_point, direction) > ($1, $2)
      order by accounting_point, direction limit $3\
      """;
  private static final String ERASE_SERIES =
      """
      delete from series_day_block where ctid = any(array(
        select b.ctid from unnest($1::text[], $2::text[]) as s(accounting_point, direction)
        join series_day_block b using (accounting_point, direction)
        where b.utc_day < $3
          and not exists (select from held_object h where h.object = b.accounting_point)
        limit $4))\
      """;
  private static final String ERASE_VALUES =
      """
      delete from TABLE where ctid = any(array(
        select v.ctid from TABLE v where BEHIND and not exists (
          select from value_document d join held_object h on h.object = d.object_id
          where d.tenant = v.tenant and d.reference = v.reference)
        limit $2))
      returning reference\
      """;
  private static final String ERASE_DOCUMENTS =
      """
      delete from value_document d where d.reference = any($1)
        and not exists (select from reading v
          where v.tenant = d.tenant and v.reference = d.reference)
        and not exists (select from energy_quantity v
          where v.tenant = d.tenant and v.reference = d.reference)\
      """;
  private static final String ERASE =
      """
      delete from TABLE where ctid = any(array(select v.ctid from TABLE v where BEHIND limit $2))\
      """;
  private static final String NOT_HELD =
      " and not exists (select from held_object h where h.object = v.accounting_point)";
  private static final String OF_UPLOAD =
      """
      exists (select from upload u
        where u.tenant = v.tenant and u.id = v.upload and u.received_at < $1)\
      """;

  private final Sql sql;

  SqlErasures(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Erased> erase(Place place, Instant keptFrom, int limit) {
    return sql.query("select to_regclass($1) is not null as there", place.table().tableName())
        .chain(rows ->
            rows.getFirst().getBoolean("there")
                ? eraseFrom(place, keptFrom, limit)
                : Uni.createFrom().item(new Erased(Map.of(), "", true)));
  }

  private Uni<Erased> eraseFrom(Place place, Instant keptFrom, int limit) {
    return switch (place.table()) {
      case SERIES_DAY_BLOCK -> series(place, keptFrom, limit);
      case READING -> values(place, "v.at < $1", keptFrom, limit);
      case ENERGY_QUANTITY -> values(place, "v.ends_at <= $1", keptFrom, limit);
      case SUBSTITUTION -> simply(place, "v.ends_at <= $1" + NOT_HELD, keptFrom, limit);
      case REJECTED_VALUE -> simply(place, "v.starts_at < $1" + NOT_HELD, keptFrom, limit);
      // The next check of a point that is held finds them again.
      case PLAUSIBILITY_FINDING -> simply(place, "v.starts_at < $1", keptFrom, limit);
      case UPLOAD_FILE, UPLOAD_REJECTION -> simply(place, OF_UPLOAD, keptFrom, limit);
    };
  }

  private Uni<Erased> series(Place place, Instant keptFrom, int limit) {
    int slash = place.position().indexOf('/');
    String point = slash < 0 ? "" : place.position().substring(0, slash);
    return sql.query(NEXT_SERIES, point, place.position().substring(slash + 1), SERIES_AT_ONCE)
        .chain(series ->
            series.isEmpty()
                ? Uni.createFrom().item(new Erased(Map.of(), "", true))
                : sql.execute(
                        ERASE_SERIES,
                        strings(series, "accounting_point"),
                        strings(series, "direction"),
                        LocalDate.ofInstant(keptFrom, ZoneOffset.UTC),
                        limit)
                    .map(rows -> erased(place, series, rows, limit)));
  }

  private static Erased erased(Place place, List<Row> series, int rows, int limit) {
    Row last = series.getLast();
    boolean all = rows < limit;
    return new Erased(
        counted(place.table(), rows),
        all
            ? last.getString("accounting_point") + "/" + last.getString("direction")
            : place.position(),
        all && series.size() < SERIES_AT_ONCE);
  }

  private Uni<Erased> values(Place place, String behind, Instant keptFrom, int limit) {
    return sql.query(statement(ERASE_VALUES, place, behind), utc(keptFrom), limit)
        .chain(erased ->
            sql.execute(ERASE_DOCUMENTS, (Object) strings(erased, "reference"))
                .map(documents ->
                    new Erased(
                        Map.of(
                            place.table().tableName(),
                            (long) erased.size(),
                            "value_document",
                            (long) documents),
                        "",
                        erased.size() < limit)));
  }

  private Uni<Erased> simply(Place place, String behind, Instant keptFrom, int limit) {
    return sql.execute(statement(ERASE, place, behind), utc(keptFrom), limit)
        .map(rows -> new Erased(counted(place.table(), rows), "", rows < limit));
  }

  private static String statement(String template, Place place, String behind) {
    return template.replace("TABLE", place.table().tableName()).replace("BEHIND", behind);
  }

  private static Map<String, Long> counted(ErasedTable table, int rows) {
    return Map.of(table.tableName(), (long) rows);
  }

  private static String[] strings(List<Row> rows, String column) {
    return rows.stream().map(row -> row.getString(column)).toArray(String[]::new);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
