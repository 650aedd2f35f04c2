package org.nachbarstrom.metering.series.persistence;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.DayVersion;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;

/** Versions of days as rows of {@code series_day_block}. */
final class VersionRows {
  /** What is read and written, in this order. */
  static final String COLUMNS =
      """
      accounting_point, direction, utc_day, version, energies, qualities, statuses,
      message_time, received_at, reference\
      """;

  private VersionRows() {}

  /** What counts by series and day, of rows in any order. */
  static Map<SeriesKey, Map<LocalDate, DayState>> states(List<Row> rows) {
    return byDay(rows, DayState::of);
  }

  /** Values by series and day, of rows in any order. */
  static SeriesSnapshot snapshot(List<Row> rows) {
    return new SeriesSnapshot(byDay(rows, VersionRows::values));
  }

  /** Most days came in one message: all of it counts, without asking slot by slot. */
  private static DayBlock values(LocalDate day, List<DayVersion> versions) {
    DayVersion first = versions.getFirst();
    return versions.size() == 1 && !first.confirms()
        ? first.values()
        : DayState.of(day, versions).values();
  }

  private static <T> Map<SeriesKey, Map<LocalDate, T>> byDay(
      List<Row> rows, BiFunction<LocalDate, List<DayVersion>, T> together) {
    Map<SeriesKey, Map<LocalDate, List<DayVersion>>> bySeries = new HashMap<>();
    for (Row row : rows) {
      DayVersion version = version(row);
      bySeries
          .computeIfAbsent(key(row), key -> new HashMap<>())
          .computeIfAbsent(version.values().day(), day -> new ArrayList<>(2))
          .add(version);
    }
    Map<SeriesKey, Map<LocalDate, T>> all = new HashMap<>();
    bySeries.forEach((key, byDay) -> {
      Map<LocalDate, T> ofSeries = new HashMap<>();
      byDay.forEach((day, versions) -> ofSeries.put(day, together.apply(day, versions)));
      all.put(key, ofSeries);
    });
    return all;
  }

  private static SeriesKey key(Row row) {
    return new SeriesKey(
        new AccountingPointId(row.getString(0)), EnergyDirection.valueOf(row.getString(1)));
  }

  private static DayVersion version(Row row) {
    Origin origin =
        new Origin(
            row.getOffsetDateTime(7).toInstant(),
            row.getOffsetDateTime(8).toInstant(),
            row.getString(9));
    @Nullable Buffer energies = row.getBuffer(4);
    return new DayVersion(row.getInteger(3), origin, block(row, energies), energies == null);
  }

  private static DayBlock block(Row row, @Nullable Buffer energies) {
    @Nullable ValueQuality[] qualities = QualityRuns.read(row.getString(5));
    DayBlock block = DayBlock.of(row.getLocalDate(2), unpacked(energies, qualities), qualities);
    @Nullable String statuses = row.getString(6);
    return statuses == null ? block : block.withStatuses(StatusRuns.read(statuses));
  }

  private static long[] unpacked(@Nullable Buffer packed, @Nullable ValueQuality[] qualities) {
    long[] energies = new long[qualities.length];
    if (packed == null) {
      return energies;
    }
    int held = 0;
    for (ValueQuality quality : qualities) {
      held += quality == null ? 0 : 1;
    }
    long[] unpacked = PackedEnergies.unpack(packed.getBytes(), held);
    int next = 0;
    for (int slot = 0; slot < energies.length; slot++) {
      energies[slot] = qualities[slot] == null ? 0 : unpacked[next++];
    }
    return energies;
  }

  /** {@link #COLUMNS} as arrays, one element per version. */
  static List<Object[]> columns(List<SeriesStore.Addition> additions) {
    return List.of(
        column(additions, String[]::new, one -> one.key().accountingPoint().value()),
        column(additions, String[]::new, one -> one.key().direction().name()),
        column(additions, LocalDate[]::new, one -> one.version().values().day()),
        column(additions, Integer[]::new, one -> one.version().number()),
        column(additions, Buffer[]::new, one -> packed(one.version())),
        column(additions, String[]::new, one -> QualityRuns.write(one.version().values())),
        column(additions, String[]::new, one -> statuses(one.version())),
        column(additions, OffsetDateTime[]::new, one -> utc(one.version().origin().messageTime())),
        column(additions, OffsetDateTime[]::new, one -> utc(one.version().origin().receivedAt())),
        column(additions, String[]::new, one -> one.version().origin().reference()));
  }

  private static @Nullable Buffer packed(DayVersion version) {
    if (version.confirms()) {
      return null;
    }
    DayBlock values = version.values();
    long[] held = new long[values.held()];
    int next = 0;
    for (int slot = 0; next < held.length; slot++) {
      if (values.holds(slot)) {
        held[next++] = values.energy(slot);
      }
    }
    return Buffer.buffer(PackedEnergies.pack(held));
  }

  private static @Nullable String statuses(DayVersion version) {
    return version.confirms() ? null : StatusRuns.write(version.values());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** One value of each as an array, which is one parameter of a statement. */
  static <T, V extends @Nullable Object> V[] column(
      List<T> rows, IntFunction<V[]> array, Function<T, V> value) {
    V[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }
}
