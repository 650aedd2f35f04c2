package org.nachbarstrom.support.work;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Lets a thread that blocks anyway, such as one that reads a request body as it comes, use the
 * database, which wants an event loop.
 */
@ApplicationScoped
public class EventLoops {
  private final Vertx vertx;

  EventLoops(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Runs the work on an event loop, in a context of its own, and waits for it.
   *
   * @throws RuntimeException what the work failed with
   */
  public <T> T await(Supplier<Uni<T>> work) {
    return start(work).await().indefinitely();
  }

  /** Runs the work on an event loop, in a context of its own, when it is subscribed to. */
  public <T> Uni<T> start(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Context context =
              Objects.requireNonNull(
                  VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
          VertxContextSafetyToggle.setContextSafe(context, true);
          context.runOnContext(begin ->
              Uni.createFrom()
                  .deferred(work::get)
                  .subscribe()
                  .with(emitter::complete, emitter::fail));
        });
  }
}
