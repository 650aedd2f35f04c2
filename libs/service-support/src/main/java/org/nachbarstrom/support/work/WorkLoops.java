package org.nachbarstrom.support.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Background steps that look for work in the database, one after the other per loop. Work lives in
 * rows, never in memory, so that a killed process loses none of it.
 */
@ApplicationScoped
public class WorkLoops {
  private static final Logger LOG = Logger.getLogger(WorkLoops.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Vertx vertx;
  private volatile boolean stopped;

  WorkLoops(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Starts a loop that ends with the application.
   *
   * @param name for the log
   * @param pause wait after a step that found nothing; a failed step waits one second
   * @param step does one piece of work; true if there may be more
   */
  public void start(String name, Duration pause, Supplier<Uni<Boolean>> step) {
    schedule(new Loop(name, pause, step), pause);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void schedule(Loop loop, Duration delay) {
    if (!stopped) {
      vertx.setTimer(Math.max(1, delay.toMillis()), timer -> run(loop));
    }
  }

  private void run(Loop loop) {
    if (stopped) {
      return;
    }
    Context context =
        Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(begin ->
        Uni.createFrom()
            .deferred(loop.step()::get)
            .subscribe()
            .with(
                more -> schedule(loop, more ? Duration.ZERO : loop.pause()),
                failure -> failed(loop, failure)));
  }

  private void failed(Loop loop, Throwable failure) {
    if (!stopped) {
      LOG.warnf("Step '%s' failed and is tried again: %s", loop.name(), failure);
      LOG.debugf(failure, "Step '%s'", loop.name());
      schedule(loop, AFTER_FAILURE);
    }
  }

  private record Loop(String name, Duration pause, Supplier<Uni<Boolean>> step) {}
}
