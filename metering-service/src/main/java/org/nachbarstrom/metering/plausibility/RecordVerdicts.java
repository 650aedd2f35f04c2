package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.RecordSeries;

/** Records verdicts in their series like deliveries, and what was rejected. */
@ApplicationScoped
class RecordVerdicts {
  private final RecordingClock clock;
  private final RejectedValues rejected;
  private final RecordSeries recordSeries;

  RecordVerdicts(RecordingClock clock, RejectedValues rejected, RecordSeries recordSeries) {
    this.clock = clock;
    this.rejected = rejected;
    this.recordSeries = recordSeries;
  }

  /** Records them in the current transaction, which holds the lock of the series. */
  Uni<Void> record(GatherKnown.Question question, Judgement judgement) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (Delivery delivery : judgement.deliveries(question.key())) {
      chain =
          chain
              .chain(previous -> recordSeries.record(question.tenant(), delivery))
              .replaceWithVoid();
    }
    return judgement.rejected().isEmpty()
        ? chain
        : chain
            // Not earlier than the values, so that no snapshot has them without this.
            .chain(recorded -> clock.now(question.tenant()))
            .chain(
                now -> rejected.add(question.tenant(), question.key(), judgement.rejected(), now));
  }
}
