package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.support.problem.ProblemException;

/** Finds a version of a closing in the current transaction. */
@ApplicationScoped
class FindVersion {
  private final Closings closings;

  FindVersion(Closings closings) {
    this.closings = closings;
  }

  /**
   * Finds it.
   *
   * @param version absent: the newest
   * @return fails with {@link ClosingRejection#UNKNOWN_CLOSING} or {@link
   *     ClosingRejection#UNKNOWN_VERSION}
   */
  Uni<Found> find(UUID id, Optional<Integer> version) {
    return closings
        .find(id)
        .map(found ->
            found.orElseThrow(() ->
                new ProblemException(
                    ClosingRejection.UNKNOWN_CLOSING, "There is no closing '" + id + "'.")))
        .chain(closing -> {
          int number = version.orElse(closing.version());
          return closings
              .basis(id, number)
              .map(found ->
                  found.orElseThrow(() ->
                      new ProblemException(
                          ClosingRejection.UNKNOWN_VERSION,
                          "Closing '" + id + "' has no version " + number + ".")))
              .map(basis -> new Found(closing, basis));
        });
  }

  /** A closing and what the version rests on. */
  record Found(Closing closing, Closings.Basis basis) {
    ClosingInputs.Of of() {
      return new ClosingInputs.Of(closing.id(), basis.version());
    }
  }
}
