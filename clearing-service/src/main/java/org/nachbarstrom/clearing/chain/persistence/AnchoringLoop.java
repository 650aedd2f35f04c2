package org.nachbarstrom.clearing.chain.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.nachbarstrom.clearing.batch.PendingWork;
import org.nachbarstrom.clearing.batch.WorkKind;
import org.nachbarstrom.clearing.chain.AnchorNextBatch;
import org.nachbarstrom.support.work.WorkLoops;

/** Anchors posted batches as they become due. */
@ApplicationScoped
class AnchoringLoop {
  private static final Duration PAUSE = Duration.ofMillis(100);

  void start(
      @Observes StartupEvent event, WorkLoops loops, PendingWork work, AnchorNextBatch anchoring) {
    loops.start("anchor-batches", PAUSE, () -> work.step(WorkKind.ANCHOR, anchoring::anchor));
  }
}
