package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes the values of a message into the series they belong to. */
@ApplicationScoped
public class RecordSeries {
  private final RecordingClock clock;
  private final SeriesStore store;
  private final SeriesObserver observer;

  RecordSeries(RecordingClock clock, SeriesStore store, SeriesObserver observer) {
    this.clock = clock;
    this.store = store;
    this.observer = observer;
  }

  /**
   * Records a delivery in the current transaction. Repeating it, or delivering in another order,
   * ends in the same values.
   *
   * @return what it came to per direction
   */
  public Uni<Map<EnergyDirection, StoreOutcome>> record(Tenant tenant, Delivery delivery) {
    Map<EnergyDirection, StoreOutcome> outcomes = new TreeMap<>();
    Uni<Void> chain = clock.open(tenant);
    // One after the other in the order of directions, so that two messages never wait in a circle.
    for (EnergyDirection direction : EnergyDirection.values()) {
      List<DayBlock> blocks = delivery.blocks().getOrDefault(direction, List.of());
      if (!blocks.isEmpty()) {
        SeriesKey key = new SeriesKey(delivery.accountingPoint(), direction);
        chain =
            chain
                .chain(previous -> record(tenant, key, delivery.origin(), blocks))
                .invoke(outcome -> outcomes.put(direction, outcome))
                .replaceWithVoid();
      }
    }
    return chain.replaceWith(outcomes);
  }

  private Uni<StoreOutcome> record(
      Tenant tenant, SeriesKey key, Origin origin, List<DayBlock> blocks) {
    List<LocalDate> days = blocks.stream().map(DayBlock::day).toList();
    return store
        .lock(tenant, key, origin.receivedAt())
        .chain(locked -> clock.now(tenant))
        .chain(now ->
            store
                .latest(key, days)
                .map(latest -> merge(latest, blocks, origin))
                .call(merges ->
                    store.append(new SeriesStore.Recording(tenant, key, now), origin, merges)))
        .map(RecordSeries::outcome)
        .call(outcome ->
            switch (outcome) {
              case StoreOutcome.Stored stored -> observer.changed(tenant, key, stored.changed());
              case StoreOutcome.Unchanged unchanged -> Uni.createFrom().voidItem();
            });
  }

  private static List<DayMerge> merge(
      Map<LocalDate, DayState> latest, List<DayBlock> blocks, Origin origin) {
    List<DayMerge> merges = new ArrayList<>(blocks.size());
    for (DayBlock block : blocks) {
      DayState state = latest.get(block.day());
      DayMerge merge = (state == null ? DayState.none(block.day()) : state).merge(block, origin);
      if (merge.newOrigins()) {
        merges.add(merge);
      }
    }
    return merges;
  }

  private static StoreOutcome outcome(List<DayMerge> merges) {
    List<DayMerge> changed = merges.stream().filter(DayMerge::newValues).toList();
    return changed.isEmpty()
        ? new StoreOutcome.Unchanged()
        : new StoreOutcome.Stored(
            changed.size(),
            new Interval(changed.getFirst().changedFrom(), changed.getLast().changedUntil()));
  }
}
