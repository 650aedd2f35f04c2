package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes the values of messages into the series they belong to. */
@ApplicationScoped
public class RecordSeries {
  private final RecordingClock clock;
  private final SeriesStore store;
  private final Iterable<SeriesObserver> observers;

  @Inject
  RecordSeries(RecordingClock clock, SeriesStore store, @Any Instance<SeriesObserver> observers) {
    this(clock, store, (Iterable<SeriesObserver>) observers);
  }

  RecordSeries(RecordingClock clock, SeriesStore store, Iterable<SeriesObserver> observers) {
    this.clock = clock;
    this.store = store;
    this.observers = observers;
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
    RecordedBatch batch = new RecordedBatch(deliveries);
    return clock
        .open(tenant)
        .chain(opened -> store.lock(tenant, batch.keys()))
        .chain(locked -> clock.now(tenant))
        .chain(now -> record(tenant, batch, now))
        .chain(recorded -> tell(tenant, batch.changed()))
        .replaceWith(batch::outcomes);
  }

  private Uni<Void> record(Tenant tenant, RecordedBatch batch, Instant now) {
    return store
        .latest(batch.days())
        .map(batch::mergeWith)
        .chain(additions -> store.append(tenant, now, additions));
  }

  private Uni<Void> tell(Tenant tenant, Map<SeriesKey, Interval> changed) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    if (!changed.isEmpty()) {
      for (SeriesObserver observer : observers) {
        chain = chain.chain(told -> observer.changed(tenant, changed));
      }
    }
    return chain;
  }
}
