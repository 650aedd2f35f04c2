package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes the values of messages into the series they belong to. */
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
    return record(tenant, List.of(delivery))
        .map(outcomes -> {
          Map<EnergyDirection, StoreOutcome> byDirection = new EnumMap<>(EnergyDirection.class);
          outcomes.forEach((key, outcome) -> byDirection.put(key.direction(), outcome));
          return byDirection;
        });
  }

  /**
   * Records deliveries in the current transaction as if they came one after the other: every
   * delivery that changes a day makes a version of it. One call with many is much faster than many
   * calls.
   *
   * @param deliveries of any accounting points, also several of the same
   * @return what they came to per series
   */
  public Uni<Map<SeriesKey, StoreOutcome>> record(Tenant tenant, List<Delivery> deliveries) {
    Map<SeriesKey, StoreOutcome> outcomes = new TreeMap<>();
    Uni<Void> chain = clock.open(tenant);
    // One after the other in the order of keys, so that two transactions never wait in a circle.
    for (Map.Entry<SeriesKey, List<Part>> series : bySeries(deliveries).entrySet()) {
      for (Part part : series.getValue()) {
        chain =
            chain
                .chain(previous -> record(tenant, series.getKey(), part.origin(), part.blocks()))
                .invoke(outcome -> outcomes.merge(series.getKey(), outcome, StoreOutcome::then))
                .replaceWithVoid();
      }
    }
    return chain.replaceWith(outcomes);
  }

  /** What one delivery has for one series. */
  private record Part(Origin origin, List<DayBlock> blocks) {}

  private static Map<SeriesKey, List<Part>> bySeries(List<Delivery> deliveries) {
    Map<SeriesKey, List<Part>> parts = new TreeMap<>();
    for (Delivery delivery : deliveries) {
      delivery
          .blocks()
          .forEach((direction, blocks) -> {
            if (!blocks.isEmpty()) {
              parts
                  .computeIfAbsent(
                      new SeriesKey(delivery.accountingPoint(), direction),
                      key -> new ArrayList<>())
                  .add(new Part(delivery.origin(), blocks));
            }
          });
    }
    return parts;
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
