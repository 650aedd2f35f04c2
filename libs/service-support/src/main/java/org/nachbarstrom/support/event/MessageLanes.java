package org.nachbarstrom.support.event;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages on in batches, two at the same time, so that one is read while the database works
 * on the other. Bounded: no more than {@value #MOST_HELD} messages are held, and none is asked for
 * while those held have more than {@value #MOST_BYTES_HELD} bytes.
 */
final class MessageLanes implements Flow.Subscriber<Message<byte[]>> {
  private static final Logger LOG = Logger.getLogger(MessageLanes.class);
  private static final int LANES = 2;
  private static final int FIRST = 32;
  private static final int MOST_HELD = 2048;
  private static final long MOST_BYTES_HELD = 16 << 20;
  private static final int MOST_TOGETHER = 1024;
  private static final long MOST_BYTES_TOGETHER = 4 << 20;

  private final Function<List<Arrival>, Uni<Void>> work;
  private final Deque<Context> idle = new ArrayDeque<>();
  private final Deque<Arrival> waiting = new ArrayDeque<>();
  private long bytesHeld;
  private int owed = MOST_HELD - FIRST;
  private Flow.@Nullable Subscription subscription;

  /**
   * A message that was received.
   *
   * @param event what is in it
   */
  record Arrival(Message<?> message, RawEvent event) {
    private int bytes() {
      return event.body().length();
    }
  }

  MessageLanes(Vertx vertx, Function<List<Arrival>, Uni<Void>> work) {
    this.work = work;
    for (int lane = 0; lane < LANES; lane++) {
      // An event loop of its own per lane.
      idle.add(((VertxInternal) vertx).createEventLoopContext());
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    synchronized (this) {
      subscription = given;
    }
    given.request(FIRST);
  }

  @Override
  public void onNext(Message<byte[]> message) {
    Arrival arrival;
    try {
      arrival = new Arrival(message, RawEvent.of(message));
    } catch (RuntimeException noBinaryBody) {
      giveBack(message, noBinaryBody);
      return;
    }
    synchronized (this) {
      waiting.add(arrival);
      bytesHeld += arrival.bytes();
    }
    begin();
  }

  private void giveBack(Message<byte[]> message, RuntimeException failure) {
    LOG.warn("A message without a binary body is given back", failure);
    Uni.createFrom()
        .completionStage(() -> message.nack(failure))
        .onTermination()
        .invoke(() -> ask(1))
        .subscribe()
        .with(settled -> {}, lost -> {});
  }

  @Override
  public void onError(Throwable failure) {
    LOG.error("No more messages arrive", failure);
  }

  @Override
  public void onComplete() {
    LOG.debug("The channel is closed");
  }

  private void begin() {
    List<Arrival> batch = new ArrayList<>();
    Context lane;
    synchronized (this) {
      if (waiting.isEmpty() || idle.isEmpty()) {
        return;
      }
      lane = idle.remove();
      long bytes = 0;
      while (!waiting.isEmpty() && batch.size() < MOST_TOGETHER && bytes < MOST_BYTES_TOGETHER) {
        Arrival next = waiting.remove();
        batch.add(next);
        bytes += next.bytes();
      }
    }
    Context context = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(lane));
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(begun ->
        Uni.createFrom()
            .deferred(() -> work.apply(batch))
            .onFailure()
            .invoke(failure -> LOG.error("A batch was not settled", failure))
            .onTermination()
            .invoke(() -> done(lane, batch))
            .subscribe()
            .with(settled -> {}, failure -> {}));
  }

  private void done(Context lane, List<Arrival> batch) {
    synchronized (this) {
      idle.add(lane);
      batch.forEach(arrival -> bytesHeld -= arrival.bytes());
    }
    begin();
    ask(batch.size());
  }

  private void ask(int settled) {
    long more = 0;
    Flow.Subscription source;
    synchronized (this) {
      owed += settled;
      if (bytesHeld < MOST_BYTES_HELD) {
        more = owed;
        owed = 0;
      }
      source = Objects.requireNonNull(subscription);
    }
    if (more > 0) {
      source.request(more);
    }
  }
}
