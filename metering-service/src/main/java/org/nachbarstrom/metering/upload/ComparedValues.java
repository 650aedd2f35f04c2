package org.nachbarstrom.metering.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Says what a file would change, without changing anything. */
@ApplicationScoped
class ComparedValues {
  private static final int SERIES_SHOWN = 1_000;

  private final UploadSteps steps;
  private final RecordBatch record;
  private final AccountingPoints points;

  ComparedValues(UploadSteps steps, RecordBatch record, AccountingPoints points) {
    this.steps = steps;
    this.record = record;
    this.points = points;
  }

  /**
   * The preview of what a file says.
   *
   * @param origin of its values once they are written
   */
  Preview preview(Tenant tenant, ReadFile.Said said, Origin origin) {
    Set<SeriesKey> declared = declared(tenant, said.content().values());
    Tally tally = new Tally(declared, origin);
    said.content()
        .forEachBatch(
            batch -> tally.add(batch, steps.inTransaction(tenant, () -> record.latest(batch))));
    return tally.preview(said);
  }

  private Set<SeriesKey> declared(Tenant tenant, GatheredValues values) {
    Collection<AccountingPointId> ids = new HashSet<>();
    values.sizes().keySet().forEach(key -> ids.add(key.accountingPoint()));
    if (ids.isEmpty()) {
      return Set.of();
    }
    return steps.inTransaction(tenant, () -> points.find(ids).map(ComparedValues::series));
  }

  private static Set<SeriesKey> series(Map<AccountingPointId, AccountingPoint> declared) {
    return declared.values().stream()
        .map(point -> new SeriesKey(point.id(), point.direction()))
        .collect(Collectors.toSet());
  }

  /** Hash of all values, to see later whether they are still understood like that. */
  static String digest(GatheredValues values) {
    MessageDigest hash = Bodies.sha256();
    values.forEach((key, blocks) -> {
      hash.update(key.toString().getBytes(StandardCharsets.UTF_8));
      blocks.forEach(block -> hash.update(bytes(block)));
    });
    return Bodies.hex(hash);
  }

  private static byte[] bytes(DayBlock block) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * (QuarterHours.PER_UTC_DAY + 1) + QuarterHours.PER_UTC_DAY);
    bytes.putLong(block.day().toEpochDay());
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      bytes.putLong(block.energy(slot));
      bytes.put((byte) Qualities.ALL.indexOf(block.quality(slot)));
    }
    return bytes.array();
  }

  /** Sums over batches; a series may lie in several of them, one after the other. */
  private static final class Tally {
    private final Set<SeriesKey> declared;
    private final Origin origin;
    private final List<Preview.Series> series = new ArrayList<>();
    private int count;
    private @Nullable SeriesKey key;
    private Comparison ofKey = Comparison.NONE;
    private Comparison sum = Comparison.NONE;
    private Instant keyFrom = Instant.MAX;
    private Instant keyTo = Instant.MIN;
    private Instant from = Instant.MAX;
    private Instant to = Instant.MIN;

    Tally(Set<SeriesKey> declared, Origin origin) {
      this.declared = declared;
      this.origin = origin;
    }

    void add(Batch batch, Map<SeriesKey, Map<LocalDate, DayState>> known) {
      for (Batch.Part part : batch.parts()) {
        if (!part.key().equals(key)) {
          close();
          key = part.key();
        }
        LocalDate day = part.block().day();
        DayState state =
            known.getOrDefault(part.key(), Map.of()).getOrDefault(day, DayState.none(day));
        ofKey = ofKey.plus(Comparison.of(part, state, origin));
        span(part.block());
      }
    }

    private void span(DayBlock block) {
      for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
        if (block.holds(slot)) {
          Instant start = QuarterHours.startOf(block.day(), slot);
          keyFrom = start.isBefore(keyFrom) ? start : keyFrom;
          keyTo = QuarterHours.plus(start, 1);
        }
      }
    }

    private void close() {
      if (key == null) {
        return;
      }
      count++;
      sum = sum.plus(ofKey);
      from = keyFrom.isBefore(from) ? keyFrom : from;
      to = keyTo.isAfter(to) ? keyTo : to;
      if (series.size() < SERIES_SHOWN) {
        series.add(
            new Preview.Series(
                key.accountingPoint().value(),
                key.direction(),
                declared.contains(key),
                keyFrom,
                keyTo,
                ofKey.values(),
                ofKey.added(),
                ofKey.differing(),
                ofKey.same(),
                ofKey.outdated()));
      }
      ofKey = Comparison.NONE;
      keyFrom = Instant.MAX;
      keyTo = Instant.MIN;
    }

    Preview preview(ReadFile.Said said) {
      close();
      boolean any = count > 0;
      return new Preview(
          said.mapping(),
          said.proposed(),
          said.columns(),
          any ? from : null,
          any ? to : null,
          sum.values(),
          sum.added(),
          sum.differing(),
          sum.same(),
          sum.outdated(),
          count,
          series,
          said.firstRows());
    }
  }
}
