package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.partner.Partner;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;
import org.nachbarstrom.edifact.partner.Partners;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Records what a partner gets. */
@ApplicationScoped
public class DeclareSubscription {
  private final SubscriptionStore store;
  private final Partners partners;

  DeclareSubscription(SubscriptionStore store, Partners partners) {
    this.store = store;
    this.partners = partners;
  }

  /**
   * Adds or replaces a subscription; it holds for what is closed or made from now on. Who gets what
   * from whom stays with the id, so that corrections reach those who got the original. Runs inside
   * the caller's transaction.
   *
   * @throws ProblemException {@link SubscriptionRejection#SUBSCRIPTION_INVALID}, naming what is
   *     wrong
   */
  public Uni<Void> declare(Tenant tenant, Subscription subscription) {
    String sender = subscription.sender().value();
    String partner = subscription.partner().value();
    return partners
        .snapshot(sender, partner)
        .chain(known ->
            store
                .lock(tenant, subscription.id())
                .chain(() -> store.find(subscription.id()))
                .chain(before -> {
                  List<FieldError> errors = new ArrayList<>(unknown(known, sender, partner));
                  before.ifPresent(earlier -> errors.addAll(moved(earlier, subscription)));
                  if (!errors.isEmpty()) {
                    throw new ProblemException(
                        SubscriptionRejection.SUBSCRIPTION_INVALID,
                        errors.getFirst().detail(),
                        errors);
                  }
                  return store.put(tenant, subscription);
                }));
  }

  private static List<FieldError> unknown(PartnerSnapshot known, String sender, String partner) {
    List<FieldError> errors = new ArrayList<>();
    Optional<Partner> own = known.partner(sender).filter(Partner::own);
    if (own.isEmpty()) {
      errors.add(
          new FieldError(
              "/sender", "NOT_OWN", "No partner " + sender + " is registered as our own."));
    }
    if (known.partner(partner).isEmpty()) {
      errors.add(
          new FieldError("/partner", "UNKNOWN", "No partner " + partner + " is registered."));
    }
    return errors;
  }

  private static List<FieldError> moved(Subscription before, Subscription after) {
    List<FieldError> errors = new ArrayList<>();
    if (!Route.of(before).equals(Route.of(after))) {
      errors.add(
          new FieldError(
              "/partner", "MOVED", "Sender and partner of a subscription cannot be changed."));
    }
    if (before.quantity() != after.quantity()) {
      errors.add(
          new FieldError(
              "/quantity", "MOVED", "The quantity of a subscription cannot be changed."));
    }
    return errors;
  }
}
