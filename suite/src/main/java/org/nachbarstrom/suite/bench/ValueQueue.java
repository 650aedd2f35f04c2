package org.nachbarstrom.suite.bench;

import java.time.Duration;
import java.util.List;
import org.nachbarstrom.embedded.EmbeddedBroker;

/** The queue by which values reach the metering service. */
final class ValueQueue {
  private static final String QUEUE = "metering.time-series-received";
  private static final long POLL_MILLIS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final EmbeddedBroker broker;

  ValueQueue(EmbeddedBroker broker) {
    this.broker = broker;
  }

  /**
   * Sends events; their bodies are made before the first is sent.
   *
   * @return the count to wait for
   */
  long send(List<StoreEvent> events, String tenant) {
    List<byte[]> bodies = events.stream().map(StoreEvent::body).toList();
    long acknowledged = broker.acknowledgedCount(QUEUE);
    for (int i = 0; i < bodies.size(); i++) {
      broker.publish(StoreEvent.ADDRESS, events.get(i).attributes(tenant), bodies.get(i));
    }
    return acknowledged + bodies.size();
  }

  void pause() {
    broker.pause(QUEUE);
  }

  void resume() {
    broker.resume(QUEUE);
  }

  /** A message is acknowledged after the commit. */
  void awaitAcknowledged(long count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (broker.acknowledgedCount(QUEUE) < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The service took no more messages; see its log");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
