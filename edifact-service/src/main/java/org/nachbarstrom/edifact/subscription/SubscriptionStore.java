package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps subscriptions. Every method runs inside the caller's transaction of the tenant. */
public interface SubscriptionStore {
  /** Lets others that change the subscription wait until the transaction ends. */
  Uni<Void> lock(Tenant tenant, SubscriptionId id);

  /** Adds a subscription or replaces the one with its id. */
  Uni<Void> put(Tenant tenant, Subscription subscription);

  /** A subscription by its id. */
  Uni<Optional<Subscription>> find(SubscriptionId id);

  /** Removes a subscription; what was reported stays. */
  Uni<Boolean> delete(SubscriptionId id);

  /** Subscriptions by id, behind the given one. */
  Uni<List<Subscription>> list(String after, int limit);

  /** Subscriptions to closings that hold on all days of the period. */
  Uni<List<Subscription>> ofClosings(LocalDate from, LocalDate to);

  /** Subscriptions to substitutes of a point that hold on a day. */
  Uni<List<Subscription>> ofSubstitutes(AccountingPointId point, LocalDate day);
}
