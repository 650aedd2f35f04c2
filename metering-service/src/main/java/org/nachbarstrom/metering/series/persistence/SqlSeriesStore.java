package org.nachbarstrom.metering.series.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayMerge;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Day blocks as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlSeriesStore implements SeriesStore {
  private static final String LOCK =
      """
      insert into series
        (tenant, accounting_point, direction, first_received_at, last_received_at)
      values ($1, $2, $3, $4, $4)
      on conflict (tenant, accounting_point, direction) do update set
        first_received_at = least(series.first_received_at, excluded.first_received_at),
        last_received_at = greatest(series.last_received_at, excluded.last_received_at)\
      """;
  private static final String LATEST =
      """
      select utc_day, version, quantities, qualities, status_of, statuses,
        origin_of, message_times, received_ats, origin_refs
      from series_day_state
      join series_day_block using (tenant, accounting_point, direction, utc_day, version)
      where accounting_point = $1 and direction = $2 and utc_day = any($3)\
      """;
  private static final String APPEND =
      """
      insert into series_day_block (tenant, accounting_point, direction, utc_day, version,
        quantities, qualities, recorded_at, message_time, received_at, reference,
        status_of, statuses)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)\
      """;
  private static final String REMEMBER =
      """
      insert into series_day_state (tenant, accounting_point, direction, utc_day, version,
        origin_of, message_times, received_ats, origin_refs)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (tenant, accounting_point, direction, utc_day) do update set
        version = excluded.version,
        origin_of = excluded.origin_of,
        message_times = excluded.message_times,
        received_ats = excluded.received_ats,
        origin_refs = excluded.origin_refs\
      """;
  private static final String READ =
      """
      select distinct on (accounting_point, direction, utc_day)
        accounting_point, direction, utc_day, quantities, qualities, status_of, statuses
      from series_day_block
      where accounting_point = any($1) and utc_day between $2 and $3 and recorded_at <= $4
      order by accounting_point, direction, utc_day, version desc\
      """;

  private final Sql sql;

  SqlSeriesStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, SeriesKey key, Instant receivedAt) {
    return sql.execute(LOCK, tenant.id(), point(key), direction(key), utc(receivedAt))
        .replaceWithVoid();
  }

  @Override
  public Uni<Map<LocalDate, DayState>> latest(SeriesKey key, Collection<LocalDate> days) {
    return sql.query(LATEST, point(key), direction(key), days.toArray(LocalDate[]::new))
        .map(rows -> {
          Map<LocalDate, DayState> states = new HashMap<>();
          for (Row row : rows) {
            states.put(row.getLocalDate("utc_day"), state(row));
          }
          return states;
        });
  }

  @Override
  public Uni<Void> append(Recording recording, Origin origin, List<DayMerge> merges) {
    List<@Nullable Object[]> blocks = new ArrayList<>();
    List<@Nullable Object[]> states = new ArrayList<>();
    for (DayMerge merge : merges) {
      states.add(stateRow(recording, merge.state()));
      if (merge.newVersion()) {
        blocks.add(blockRow(recording, origin, merge.state()));
      }
    }
    return sql.batch(APPEND, blocks).chain(appended -> sql.batch(REMEMBER, states));
  }

  @Override
  public Uni<SeriesSnapshot> read(SnapshotQuery query) {
    String[] points =
        query.keys().stream().map(SqlSeriesStore::point).distinct().toArray(String[]::new);
    return sql.query(
            READ,
            points,
            QuarterHours.utcDayOf(query.interval().start()),
            QuarterHours.utcDayOf(query.interval().end()),
            utc(query.asKnownAt()))
        .map(SqlSeriesStore::snapshot);
  }

  private static SeriesSnapshot snapshot(List<Row> rows) {
    Map<SeriesKey, Map<LocalDate, DayBlock>> blocks = new HashMap<>();
    for (Row row : rows) {
      SeriesKey key =
          new SeriesKey(
              new AccountingPointId(row.getString("accounting_point")),
              EnergyDirection.valueOf(row.getString("direction")));
      DayBlock block = block(row);
      blocks.computeIfAbsent(key, any -> new HashMap<>()).put(block.day(), block);
    }
    return new SeriesSnapshot(blocks);
  }

  private static @Nullable Object[] blockRow(Recording recording, Origin origin, DayState state) {
    return new @Nullable Object[] {
      recording.tenant().id(),
      point(recording.key()),
      direction(recording.key()),
      state.values().day(),
      state.version(),
      boxed(state.values().energies()),
      QualityLetters.write(state.values().qualities()),
      utc(recording.recordedAt()),
      utc(origin.messageTime()),
      utc(origin.receivedAt()),
      origin.reference(),
      Statuses.indexes(state.values()),
      Statuses.distinct(state.values())
    };
  }

  private static @Nullable Object[] stateRow(Recording recording, DayState state) {
    List<Origin> origins = state.origins();
    return new @Nullable Object[] {
      recording.tenant().id(),
      point(recording.key()),
      direction(recording.key()),
      state.values().day(),
      state.version(),
      boxed(state.originOf()),
      origins.stream().map(origin -> utc(origin.messageTime())).toArray(OffsetDateTime[]::new),
      origins.stream().map(origin -> utc(origin.receivedAt())).toArray(OffsetDateTime[]::new),
      origins.stream().map(Origin::reference).toArray(String[]::new)
    };
  }

  private static DayState state(Row row) {
    OffsetDateTime[] messageTimes = row.getArrayOfOffsetDateTimes("message_times");
    OffsetDateTime[] receivedAts = row.getArrayOfOffsetDateTimes("received_ats");
    String[] references = row.getArrayOfStrings("origin_refs");
    List<Origin> origins = new ArrayList<>(references.length);
    for (int i = 0; i < references.length; i++) {
      origins.add(
          new Origin(messageTimes[i].toInstant(), receivedAts[i].toInstant(), references[i]));
    }
    Short[] originOf = row.getArrayOfShorts("origin_of");
    short[] indexes = new short[originOf.length];
    for (int slot = 0; slot < indexes.length; slot++) {
      indexes[slot] = originOf[slot];
    }
    return DayState.of(row.getInteger("version"), block(row), origins, indexes);
  }

  private static DayBlock block(Row row) {
    Long[] quantities = row.getArrayOfLongs("quantities");
    long[] energies = new long[quantities.length];
    for (int slot = 0; slot < energies.length; slot++) {
      energies[slot] = quantities[slot];
    }
    DayBlock block =
        DayBlock.of(
            row.getLocalDate("utc_day"), energies, QualityLetters.read(row.getString("qualities")));
    Short[] statusOf = row.getArrayOfShorts("status_of");
    return statusOf == null
        ? block
        : block.withStatuses(Statuses.read(statusOf, row.getArrayOfStrings("statuses")));
  }

  private static Long[] boxed(long[] values) {
    Long[] boxed = new Long[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  private static Short[] boxed(short[] values) {
    Short[] boxed = new Short[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  private static String point(SeriesKey key) {
    return key.accountingPoint().value();
  }

  private static String direction(SeriesKey key) {
    return key.direction().name();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
