package org.nachbarstrom.support.work;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Computations and blocking calls that must not hold up the event loop. */
public final class OffLoop {
  private OffLoop() {}

  /**
   * Runs the computation on a worker thread and continues on the calling Vert.x context, so that a
   * transaction begun there can go on.
   */
  public static <T> Uni<T> compute(Callable<T> computation) {
    return Uni.createFrom()
        .deferred(() -> {
          Context context = Vertx.currentContext();
          if (context == null) {
            throw new IllegalStateException("Not on a Vert.x context");
          }
          return Uni.createFrom()
              .completionStage(context.executeBlocking(computation, false).toCompletionStage());
        });
  }
}
