package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Takes what a document says about readings or energy quantities, and what its readings tell about
 * quarter-hours.
 */
@ApplicationScoped
public class RecordDocument {
  private final RecordingClock clock;
  private final DocumentStore store;
  private final DeriveEnergy deriveEnergy;
  private final KeptValues kept;
  private final DocumentObserver observer;

  RecordDocument(
      RecordingClock clock,
      DocumentStore store,
      DeriveEnergy deriveEnergy,
      KeptValues kept,
      DocumentObserver observer) {
    this.clock = clock;
    this.kept = kept;
    this.store = store;
    this.deriveEnergy = deriveEnergy;
    this.observer = observer;
  }

  /**
   * Records the document in the current transaction. Repeating it, or recording documents in
   * another order, ends in the same state. Fails with {@link
   * org.nachbarstrom.metering.retention.RetentionRejection#VALUES_TOO_LATE} if it says something of
   * days whose values are kept no longer. A cancellation changes what is kept, and leaves the
   * energy of such days as it is until it is deleted.
   */
  public Uni<Void> record(Tenant tenant, ReceivedDocument document) {
    return clock
        .open(tenant)
        .chain(open -> kept.requireStorable(firstMoments(document)))
        // A document and its cancellation, or two about neighbouring moments, wait for each other.
        .chain(open -> store.lock(tenant, document.source().sender() + " " + number(document)))
        .chain(locked -> concerned(document))
        .call(concerned -> lock(tenant, concerned))
        .chain(concerned ->
            clock
                .now(tenant)
                .call(now -> store.append(tenant, document, now))
                .chain(now -> derive(tenant, concerned, now)))
        .chain(derived -> periods(document))
        .chain(this::kept)
        .chain(periods -> tell(tenant, periods));
  }

  /** What the document is about, or the document that it cancels. */
  private Uni<List<DocumentStore.Moments>> periods(ReceivedDocument document) {
    return switch (document) {
      case ReadingDelivery delivery -> Uni.createFrom().item(moments(delivery));
      case QuantityDelivery delivery ->
          Uni.createFrom()
              .item(
                  delivery.quantities().stream()
                      .map(quantity -> quantity.period().interval())
                      .reduce(RecordDocument::span)
                      .map(span -> List.of(new DocumentStore.Moments(delivery.object(), span)))
                      .orElse(List.of()));
      case Cancellation cancellation ->
          store.periods(cancellation.source().sender(), cancellation.cancelledNumber());
    };
  }

  private Uni<List<DocumentStore.Moments>> kept(List<DocumentStore.Moments> periods) {
    return kept.of(periods.stream().map(period -> period.object().id()).toList())
        .map(all ->
            periods.stream()
                .flatMap(period ->
                    all.part(period.object().id(), period.interval()).stream()
                        .map(part -> new DocumentStore.Moments(period.object(), part)))
                .toList());
  }

  private Uni<Void> tell(Tenant tenant, List<DocumentStore.Moments> periods) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (DocumentStore.Moments period : periods) {
      chain =
          chain.chain(
              previous -> observer.recorded(tenant, period.object().id(), period.interval()));
    }
    return chain;
  }

  private static Map<String, Instant> firstMoments(ReceivedDocument document) {
    return switch (document) {
      case ReadingDelivery delivery ->
          first(delivery.object(), delivery.readings().stream().map(Reading::at));
      case QuantityDelivery delivery ->
          first(
              delivery.object(),
              delivery.quantities().stream()
                  .map(quantity -> quantity.period().interval().end().minusNanos(1)));
      case Cancellation cancellation -> Map.of();
    };
  }

  private static Map<String, Instant> first(MeteredObject object, Stream<Instant> moments) {
    return moments
        .min(Comparator.naturalOrder())
        .map(moment -> Map.of(object.id(), moment))
        .orElse(Map.of());
  }

  private static String number(ReceivedDocument document) {
    return switch (document) {
      case ReadingDelivery delivery -> delivery.source().number();
      case QuantityDelivery delivery -> delivery.source().number();
      case Cancellation cancellation -> cancellation.cancelledNumber();
    };
  }

  private Uni<List<DocumentStore.Moments>> concerned(ReceivedDocument document) {
    return switch (document) {
      case ReadingDelivery delivery -> Uni.createFrom().item(moments(delivery));
      case QuantityDelivery delivery -> Uni.createFrom().item(List.of());
      case Cancellation cancellation ->
          store.moments(cancellation.source().sender(), cancellation.cancelledNumber());
    };
  }

  private static List<DocumentStore.Moments> moments(ReadingDelivery delivery) {
    return delivery.readings().stream()
        .map(reading -> new Interval(reading.at(), reading.at().plusMillis(1)))
        .reduce(RecordDocument::span)
        .map(span -> List.of(new DocumentStore.Moments(delivery.object(), span)))
        .orElse(List.of());
  }

  private static Interval span(Interval one, Interval other) {
    Instant start = one.start().isBefore(other.start()) ? one.start() : other.start();
    return new Interval(start, one.end().isAfter(other.end()) ? one.end() : other.end());
  }

  private Uni<Void> lock(Tenant tenant, List<DocumentStore.Moments> concerned) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (DocumentStore.Moments moments : concerned) {
      chain = chain.chain(previous -> store.lock(tenant, moments.object().id()));
    }
    return chain;
  }

  private Uni<Void> derive(Tenant tenant, List<DocumentStore.Moments> concerned, Instant now) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (DocumentStore.Moments moments : concerned) {
      chain =
          chain.chain(
              previous -> deriveEnergy.derive(tenant, moments.object(), moments.interval(), now));
    }
    return chain;
  }
}
