package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.nachbarstrom.metering.reading.DocumentObserver;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesObserver;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Queues what a change may make implausible, in the transaction of the change. */
@ApplicationScoped
class QueueChecks implements SeriesObserver, DocumentObserver {
  private final CheckQueue queue;
  private final EffectPolicy effects;

  QueueChecks(CheckQueue queue, EffectPolicy effects) {
    this.queue = queue;
    this.effects = effects;
  }

  @Override
  public Uni<Void> changed(Tenant tenant, Map<SeriesKey, Interval> changed) {
    if (!effects.of(tenant).automatic()) {
      return Uni.createFrom().voidItem();
    }
    Map<SeriesKey, DateRange> days = new HashMap<>();
    changed.forEach((key, interval) -> days.put(key, days(interval)));
    return queue.add(tenant, days, effects.quietTime(tenant));
  }

  @Override
  public Uni<Void> recorded(Tenant tenant, String objectId, Interval concerned) {
    return effects.of(tenant).automatic()
        // A reading at midnight ends a day.
        ? queue.addForObject(tenant, objectId, days(before(concerned)), effects.quietTime(tenant))
        : Uni.createFrom().voidItem();
  }

  private static Interval before(Interval interval) {
    return new Interval(interval.start().minusNanos(1), interval.end());
  }

  private static DateRange days(Interval interval) {
    Instant last = interval.end().minusNanos(1);
    LocalDate from = QuantityPeriod.MARKET.dayOf(interval.start());
    return new DateRange(from, QuantityPeriod.MARKET.dayOf(last).plusDays(1));
  }
}
