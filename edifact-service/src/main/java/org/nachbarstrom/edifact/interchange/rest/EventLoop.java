package org.nachbarstrom.edifact.interchange.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Supplier;

/** Leads from the worker thread that has read a body back to where database work is done. */
final class EventLoop {
  private EventLoop() {}

  /** Runs the work on the event loop of the current request. */
  static <T> Uni<T> run(Supplier<Uni<T>> work) {
    Context context = Optional.ofNullable(Vertx.currentContext()).orElseThrow();
    return Uni.createFrom()
        .deferred(work::get)
        .runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()));
  }
}
