package org.nachbarstrom.clearing.batch.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.nachbarstrom.clearing.batch.PendingWork;
import org.nachbarstrom.clearing.batch.PostNextBatch;
import org.nachbarstrom.clearing.batch.WorkKind;
import org.nachbarstrom.support.work.WorkLoops;

/** Posts received batches as they become due. */
@ApplicationScoped
class PostingLoop {
  private static final Duration PAUSE = Duration.ofMillis(100);

  void start(
      @Observes StartupEvent event, WorkLoops loops, PendingWork work, PostNextBatch posting) {
    loops.start("post-batches", PAUSE, () -> work.step(WorkKind.POST, posting::post));
  }
}
