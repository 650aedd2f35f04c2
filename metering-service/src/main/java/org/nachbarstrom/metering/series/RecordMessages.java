package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Takes the values that somebody sent. Those of days whose values are kept no longer are refused
 * whatever is stored of them, also if they would change nothing: the answer about a day is the same
 * before and after its values are deleted.
 */
@ApplicationScoped
public class RecordMessages {
  private final RecordingClock clock;
  private final KeptValues kept;
  private final RecordSeries recordSeries;

  RecordMessages(RecordingClock clock, KeptValues kept, RecordSeries recordSeries) {
    this.clock = clock;
    this.kept = kept;
    this.recordSeries = recordSeries;
  }

  /**
   * Records deliveries in the current transaction, see {@link RecordSeries}. Fails with {@link
   * org.nachbarstrom.metering.retention.RetentionRejection#VALUES_TOO_LATE}.
   */
  public Uni<Void> record(Tenant tenant, List<Delivery> deliveries) {
    return clock
        .open(tenant)
        .chain(open -> kept.requireStorable(firstMoments(deliveries)))
        .chain(storable -> recordSeries.record(tenant, deliveries))
        .replaceWithVoid();
  }

  private static Map<String, Instant> firstMoments(List<Delivery> deliveries) {
    Map<String, Instant> moments = new HashMap<>();
    for (Delivery delivery : deliveries) {
      delivery.blocks().values().stream()
          .flatMap(List::stream)
          .filter(block -> block.held() > 0)
          .map(RecordMessages::first)
          .forEach(moment ->
              moments.merge(
                  delivery.accountingPoint().value(),
                  moment,
                  (one, other) -> one.isBefore(other) ? one : other));
    }
    return moments;
  }

  private static Instant first(DayBlock block) {
    int slot = 0;
    while (!block.holds(slot)) {
      slot++;
    }
    return QuarterHours.startOf(block.day(), slot);
  }
}
