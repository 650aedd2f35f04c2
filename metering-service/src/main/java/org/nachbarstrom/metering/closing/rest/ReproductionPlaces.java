package org.nachbarstrom.metering.closing.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.nachbarstrom.metering.closing.ClosingRejection;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * Bounds how many versions are computed again at a time, as each needs a connection to the database
 * and the memory of a closing: {@code nachbarstrom.metering.closing.reproductions-at-once}, 1 to
 * 100 for each instance of the service.
 */
@ApplicationScoped
class ReproductionPlaces {
  private static final String KEY = "nachbarstrom.metering.closing.reproductions-at-once";
  private static final int MOST = 100;

  private final int count;
  private final Semaphore free;

  ReproductionPlaces(Config config) {
    count = config.getValue(KEY, Integer.class);
    if (count < 1 || count > MOST) {
      throw new IllegalStateException(KEY + " is not from 1 to " + MOST + ": " + count);
    }
    free = new Semaphore(count);
  }

  /**
   * Runs work at a place, which is free again when it ends in whatever way.
   *
   * @return fails with {@link ClosingRejection#TOO_MANY_REPRODUCTIONS} if none is free; it does not
   *     wait for one
   */
  <T> Uni<T> run(Supplier<Uni<? extends T>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          if (!free.tryAcquire()) {
            return Uni.createFrom()
                .failure(
                    new ProblemException(
                        ClosingRejection.TOO_MANY_REPRODUCTIONS,
                        count + " are going on. Ask again in some seconds."));
          }
          return Uni.createFrom().deferred(work).onTermination().invoke(free::release);
        });
  }
}
