package org.nachbarstrom.support.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Computations and blocking calls that must not hold up the event loop. */
public final class OffLoop {
  private OffLoop() {}

  /**
   * Runs the computation on a worker thread and continues on the calling Vert.x context, so that a
   * transaction begun there can go on.
   */
  public static <T> Uni<T> compute(Callable<T> computation) {
    return Uni.createFrom()
        .deferred(() ->
            Uni.createFrom()
                .completionStage(
                    context().executeBlocking(computation, false).toCompletionStage()));
  }

  /**
   * Works on one piece after the other; while it does, the next one is prepared. If one is {@link
   * #compute computed} and the other waits for the database, both go on. Never more than two pieces
   * are in memory.
   */
  public static <T, P> Uni<Void> ahead(
      List<T> pieces, Function<T, Uni<P>> prepare, Function<P, Uni<Void>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          Context context = context();
          return Multi.createFrom()
              .iterable(pieces)
              .onItem()
              .transformToUniAndConcatenate(piece -> prepare.apply(piece))
              .emitOn(step -> context.runOnContext(begin -> step.run()), 1)
              .onItem()
              .transformToUniAndConcatenate(prepared -> work.apply(prepared))
              .onItem()
              .ignoreAsUni();
        });
  }

  private static Context context() {
    Context context = Vertx.currentContext();
    if (context == null) {
      throw new IllegalStateException("Not on a Vert.x context");
    }
    return context;
  }
}
