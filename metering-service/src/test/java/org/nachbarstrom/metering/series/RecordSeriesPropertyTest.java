package org.nachbarstrom.metering.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.tenancy.Tenant;

class RecordSeriesPropertyTest {
  private static final Tenant TENANT = new Tenant("werk");
  private static final Instant MIDNIGHT = Instant.parse("2026-03-28T00:00:00Z");
  private static final List<AccountingPointId> POINTS =
      List.of(new AccountingPointId("50000000013"), new AccountingPointId("50000000021"));

  /** Keeps versions in memory. */
  private static final class MemoryStore implements SeriesStore {
    private final Map<SeriesKey, Map<LocalDate, List<DayVersion>>> versions = new HashMap<>();

    @Override
    public Uni<Void> lock(Tenant tenant, Collection<SeriesKey> keys) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Map<SeriesKey, Map<LocalDate, DayState>>> latest(Map<SeriesKey, DayRange> days) {
      return Uni.createFrom().item(this::states);
    }

    Map<SeriesKey, Map<LocalDate, DayState>> states() {
      Map<SeriesKey, Map<LocalDate, DayState>> states = new HashMap<>();
      versions.forEach((key, byDay) ->
          byDay.forEach((day, ofDay) ->
              states
                  .computeIfAbsent(key, any -> new HashMap<>())
                  .put(day, DayState.of(day, ofDay))));
      return states;
    }

    @Override
    public Uni<Void> append(Tenant tenant, Instant recordedAt, List<Addition> additions) {
      for (Addition addition : additions) {
        List<DayVersion> ofDay =
            versions
                .computeIfAbsent(addition.key(), key -> new HashMap<>())
                .computeIfAbsent(addition.version().values().day(), day -> new ArrayList<>());
        ofDay.add(addition.version());
        assertThat(addition.version().number()).isEqualTo(ofDay.size());
      }
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<SeriesSnapshot> read(SnapshotQuery query) {
      return Uni.createFrom().item(new SeriesSnapshot(Map.of()));
    }
  }

  private static final class StandingClock implements RecordingClock {
    @Override
    public Uni<Void> open(Tenant tenant) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Instant> now(Tenant tenant) {
      return Uni.createFrom().item(MIDNIGHT);
    }

    @Override
    public Uni<Instant> freeze(Tenant tenant, Instant wanted) {
      return Uni.createFrom().item(MIDNIGHT);
    }
  }

  /** Remembers what it was told. */
  private static final class Told implements SeriesObserver {
    private final Map<SeriesKey, Interval> changed = new HashMap<>();

    @Override
    public Uni<Void> changed(Tenant tenant, Map<SeriesKey, Interval> more) {
      changed.putAll(more);
      return Uni.createFrom().voidItem();
    }
  }

  private static Delivery delivery(int point, int minute, int from, long... values) {
    DayBlockAssembly assembly = new DayBlockAssembly();
    assembly.add(
        QuarterHours.plus(MIDNIGHT, from),
        values,
        List.of(new QualityRun(ValueQuality.MEASURED, values.length)),
        List.of());
    return new Delivery(
        POINTS.get(point),
        new Origin(MIDNIGHT.plusSeconds(60L * minute), MIDNIGHT, "m"),
        Map.of(EnergyDirection.CONSUMPTION, List.copyOf(assembly.blocks())));
  }

  private static Map<SeriesKey, StoreOutcome> record(
      MemoryStore store, SeriesObserver observer, List<Delivery> deliveries) {
    return new RecordSeries(new StandingClock(), store, List.of(observer))
        .record(TENANT, deliveries)
        .await()
        .indefinitely();
  }

  @Test
  void tellsPerSeriesFromWhereToWhereValuesChanged() {
    SeriesKey first = new SeriesKey(POINTS.getFirst(), EnergyDirection.CONSUMPTION);
    SeriesKey second = new SeriesKey(POINTS.getLast(), EnergyDirection.CONSUMPTION);
    Told told = new Told();
    MemoryStore store = new MemoryStore();
    record(store, told, List.of(delivery(1, 1, 0, 7)));
    told.changed.clear();
    Map<SeriesKey, StoreOutcome> outcomes =
        record(
            store,
            told,
            List.of(
                // 23:45 to 00:15, so on two days; then one of the two again, otherwise.
                delivery(0, 1, 95, 1, 2), delivery(1, 1, 0, 7), delivery(0, 2, 95, 10)));
    Interval changed =
        new Interval(QuarterHours.plus(MIDNIGHT, 95), QuarterHours.plus(MIDNIGHT, 97));
    assertThat(outcomes)
        .containsEntry(first, new StoreOutcome.Stored(3, changed))
        .containsEntry(second, new StoreOutcome.Unchanged());
    assertThat(told.changed).containsExactly(Map.entry(first, changed));
  }

  @Provide
  Arbitrary<List<Delivery>> deliveries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(1, 60),
            Arbitraries.integers().between(92, 99),
            Arbitraries.longs().between(0, 3).array(long[].class).ofMinSize(1).ofMaxSize(5))
        .as(RecordSeriesPropertyTest::delivery)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .uniqueElements(delivery -> List.of(delivery.accountingPoint(), delivery.origin()));
  }

  @Property(tries = 500)
  void endsInTheSameStateWhateverTheOrderRepetitionAndCut(
      @ForAll("deliveries") List<Delivery> deliveries, @ForAll Random random) {
    MemoryStore alone = new MemoryStore();
    deliveries.forEach(delivery -> record(alone, new Told(), List.of(delivery)));
    List<Delivery> shuffled = new ArrayList<>(deliveries);
    shuffled.addAll(deliveries);
    Collections.shuffle(shuffled, random);
    MemoryStore together = new MemoryStore();
    for (int from = 0; from < shuffled.size(); ) {
      int until = from + 1 + random.nextInt(shuffled.size() - from);
      record(together, new Told(), shuffled.subList(from, until));
      from = until;
    }
    assertThat(together.states()).isEqualTo(alone.states());
  }
}
