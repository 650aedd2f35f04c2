package org.nachbarstrom.pricing.rating;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Where ratings are kept; always the tenant of the current transaction. */
public interface RatingStore {
  /** The newest version of a closing that any member was received for; 0 if none. */
  Uni<Integer> newestVersion(UUID closing);

  /**
   * Keeps the rating and the energy it is made of.
   *
   * @return false if the member of this version is there already; nothing has changed then
   */
  Uni<Boolean> add(Tenant tenant, Rating rating, MemberEnergy energy);

  /** Writes down what came out of another try. */
  Uni<Void> update(Rating rating);

  /** Gives up waiting ratings of versions before this one. */
  Uni<Void> supersede(UUID closing, int before);

  /** A waiting rating that may be tried again, with its energy; locked for this transaction. */
  Uni<Optional<Retry>> nextRetry();

  /**
   * What is to be tried again.
   *
   * @param traceparent trace in which the energy arrived
   */
  record Retry(Rating rating, MemberEnergy energy, String traceparent) {}

  /** All ratings of one version of a closing, by accounting point. */
  Uni<List<Rating>> list(UUID closing, int version);

  /** The rating of a member in the newest version that has it. */
  Uni<Optional<Rating>> find(UUID closing, AccountingPointId point);
}
