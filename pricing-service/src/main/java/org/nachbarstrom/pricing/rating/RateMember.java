package org.nachbarstrom.pricing.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.pricing.contract.ContractStore;
import org.nachbarstrom.pricing.tariff.TariffStore;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** Prices members as their energy arrives, and again when a price they wait for arrives. */
@ApplicationScoped
public class RateMember {
  private final RatingStore ratings;
  private final ContractStore contracts;
  private final TariffStore tariffs;
  private final PriceLock lock;
  private final CostPublisher publisher;

  RateMember(
      RatingStore ratings,
      ContractStore contracts,
      TariffStore tariffs,
      PriceLock lock,
      CostPublisher publisher) {
    this.ratings = ratings;
    this.contracts = contracts;
    this.tariffs = tariffs;
    this.lock = lock;
    this.publisher = publisher;
  }

  /**
   * Takes the energy of a member in a closing version, inside the current transaction. What is
   * there already, under whatever event id, is not rated and announced again.
   */
  public Uni<Void> received(Tenant tenant, ClosingVersion closing, MemberEnergy energy) {
    return lock.shared(tenant)
        .chain(locked -> ratings.newestVersion(closing.id()))
        .chain(newest ->
            newest > closing.version()
                ? ratings.add(tenant, superseded(closing, energy), energy).replaceWithVoid()
                : ratings
                    .supersede(closing.id(), closing.version())
                    .chain(done -> rate(closing, energy))
                    .chain(rating ->
                        ratings
                            .add(tenant, rating, energy)
                            .chain(added ->
                                added
                                    ? announce(tenant, rating, energy)
                                    : Uni.createFrom().voidItem())));
  }

  /**
   * Tries one waiting rating again, inside a transaction of the tenant.
   *
   * @return false if none is left to try
   */
  public Uni<Boolean> retryOne(Tenant tenant) {
    return lock.shared(tenant)
        .chain(locked -> ratings.nextRetry())
        .chain(next ->
            next.isEmpty()
                ? Uni.createFrom().item(false)
                : retry(tenant, next.get()).replaceWith(true));
  }

  private Uni<Void> retry(Tenant tenant, RatingStore.Retry retry) {
    return Trace.with(
        retry.traceparent(),
        "rate again",
        () ->
            again(retry)
                .chain(rating ->
                    ratings
                        .update(rating)
                        .chain(done -> announce(tenant, rating, retry.energy()))));
  }

  /** Two versions that arrive at the same time do not see each other; here the older one does. */
  private Uni<Rating> again(RatingStore.Retry retry) {
    ClosingVersion closing = retry.rating().closing();
    return ratings
        .newestVersion(closing.id())
        .chain(newest ->
            newest > closing.version()
                ? Uni.createFrom().item(superseded(closing, retry.energy()))
                : rate(closing, retry.energy()));
  }

  private Uni<Rating> rate(ClosingVersion closing, MemberEnergy energy) {
    return prices(PriceList.pointsFor(energy))
        .map(prices ->
            switch (Rater.rate(energy, prices)) {
              case RatingOutcome.Rated rated ->
                  rating(closing, energy, Rating.State.RATED, List.of(), rated.lines());
              case RatingOutcome.Waiting waiting ->
                  rating(closing, energy, Rating.State.WAITING, waiting.missing(), List.of());
            });
  }

  private Uni<PriceList> prices(Set<AccountingPointId> points) {
    return contracts
        .find(points)
        .chain(found ->
            tariffs
                .find(
                    found.values().stream()
                        .flatMap(contract -> contract.assignments().stream())
                        .map(assignment -> assignment.tariff())
                        .collect(Collectors.toSet()))
                .map(known -> new PriceList(found, known)));
  }

  private Uni<Void> announce(Tenant tenant, Rating rating, MemberEnergy energy) {
    return rating.state() == Rating.State.RATED
        ? publisher.publish(tenant, rating, direction(energy))
        : Uni.createFrom().voidItem();
  }

  private static EnergyDirection direction(MemberEnergy energy) {
    return switch (energy) {
      case MemberEnergy.Consumer consumer -> EnergyDirection.CONSUMPTION;
      case MemberEnergy.Producer producer -> EnergyDirection.GENERATION;
    };
  }

  private static Rating superseded(ClosingVersion closing, MemberEnergy energy) {
    return rating(closing, energy, Rating.State.SUPERSEDED, List.of(), List.of());
  }

  private static Rating rating(
      ClosingVersion closing,
      MemberEnergy energy,
      Rating.State state,
      List<MissingPrice> missing,
      List<LineItem> lines) {
    return new Rating(closing, energy.accountingPoint(), state, missing, lines);
  }
}
