package org.nachbarstrom.metering.retention;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * Tells who asks for values that are kept no longer, or brings some, that they are not there and
 * will not be. All calls belong to the current transaction of the tenant.
 */
@ApplicationScoped
public class KeptValues {
  private final Horizons horizons;

  KeptValues(Horizons horizons) {
    this.horizons = horizons;
  }

  /**
   * What is kept of the objects.
   *
   * @param objects ids of accounting or metering points
   */
  public Uni<Kept> of(Collection<String> objects) {
    return horizons
        .keptFrom()
        .chain(horizon ->
            horizon.isEmpty()
                ? Uni.createFrom().item(Kept.ALL)
                : horizons.held(objects).map(held -> new Kept(horizon, held)));
  }

  /** What is kept of any object. */
  public Uni<Kept> all() {
    return horizons
        .keptFrom()
        .chain(horizon ->
            horizon.isEmpty()
                ? Uni.createFrom().item(Kept.ALL)
                : horizons.held().map(held -> new Kept(horizon, held)));
  }

  /**
   * Fails with {@link RetentionRejection#VALUES_ERASED} if values of one of the objects are kept no
   * longer.
   *
   * @param objects ids of accounting or metering points
   * @param from first moment asked for
   */
  public Uni<Void> require(Collection<String> objects, Instant from) {
    Map<String, Instant> firstMoments = new HashMap<>();
    objects.forEach(object -> firstMoments.put(object, from));
    return require(firstMoments, RetentionRejection.VALUES_ERASED);
  }

  /**
   * Fails with {@link RetentionRejection#VALUES_TOO_LATE} if values are brought that are kept no
   * longer. The transaction has announced that it records.
   *
   * @param firstMoments by object the first moment for which values are brought
   */
  public Uni<Void> requireStorable(Map<String, Instant> firstMoments) {
    return require(firstMoments, RetentionRejection.VALUES_TOO_LATE);
  }

  private Uni<Void> require(Map<String, Instant> firstMoments, RetentionRejection otherwise) {
    return horizons
        .keptFrom()
        .chain(horizon -> {
          Map<String, Instant> before = new TreeMap<>(firstMoments);
          before.values().removeIf(from -> horizon.filter(from::isBefore).isEmpty());
          return before.isEmpty()
              ? Uni.createFrom().voidItem()
              : horizons
                  .held(before.keySet())
                  .invoke(held -> before.keySet().removeAll(held))
                  .invoke(held -> refuse(before, horizon.orElseThrow(), otherwise))
                  .replaceWithVoid();
        });
  }

  private static void refuse(
      Map<String, Instant> before, Instant horizon, RetentionRejection rejection) {
    before.forEach((object, from) -> {
      throw new ProblemException(
          rejection,
          "Values of %s are kept from %s on, and this is about %s."
              .formatted(object, horizon, from));
    });
  }

  /**
   * What is kept.
   *
   * @param keptFrom from when on values are kept; absent: all are
   * @param held objects of which all are kept nevertheless
   */
  public record Kept(Optional<Instant> keptFrom, Set<String> held) {
    /** Everything is. */
    public static final Kept ALL = new Kept(Optional.empty(), Set.of());

    /** Whether values of the object are kept no longer at the moment. */
    public boolean erased(String object, Instant moment) {
      return keptFrom.filter(moment::isBefore).isPresent() && !held.contains(object);
    }

    /** The part of the interval of which values of the object are kept, if there is one. */
    public Optional<Interval> part(String object, Interval interval) {
      if (!erased(object, interval.start())) {
        return Optional.of(interval);
      }
      return keptFrom
          .filter(interval.end()::isAfter)
          .map(begin -> new Interval(begin, interval.end()));
    }
  }
}
