package org.nachbarstrom.edifact.subscription;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MarketLocationId;
import org.nachbarstrom.quantities.MarketPartnerCode;
import org.nachbarstrom.quantities.ObisCode;

/**
 * That a partner gets a quantity.
 *
 * @param id its name
 * @param partner who gets it
 * @param sender own code under which it is sent
 * @param quantity what
 * @param community of all members of this community; absent: of the accounting points
 * @param accountingPoints of these; empty if it is of a community
 * @param obis register under which it is reported; absent: 1-1:1.9.0 for consumers, 1-1:2.9.0 for
 *     producers
 * @param objectId market location under which it is reported instead of the accounting point, such
 *     as a virtual one; only with a single accounting point
 * @param valid local dates; a period is reported if all of it lies in them
 */
public record Subscription(
    SubscriptionId id,
    MarketPartnerCode partner,
    MarketPartnerCode sender,
    SubscribedQuantity quantity,
    Optional<String> community,
    Set<AccountingPointId> accountingPoints,
    Optional<ObisCode> obis,
    Optional<MarketLocationId> objectId,
    DateRange valid) {
  private static final ObisCode WITHDRAWN = ObisCode.parse("1-1:1.9.0");
  private static final ObisCode FED_IN = ObisCode.parse("1-1:2.9.0");

  /**
   * A subscription.
   *
   * @throws IllegalArgumentException if it is of both a community and accounting points, of
   *     neither, or says what it cannot
   */
  public Subscription {
    accountingPoints = Collections.unmodifiableSet(new TreeSet<>(accountingPoints));
    if (community.isPresent() != accountingPoints.isEmpty()) {
      throw new IllegalArgumentException("either a community or accounting points are named");
    }
    if (objectId.isPresent() && accountingPoints.size() != 1) {
      throw new IllegalArgumentException("another object stands for a single accounting point");
    }
    if (quantity == SubscribedQuantity.SUBSTITUTES) {
      requireForSubstitutes(community, obis);
    }
    if (obis.filter(Subscription::countsNoQuantity).isPresent()) {
      throw new IllegalArgumentException("the register counts no quantity of active energy");
    }
  }

  private static boolean countsNoQuantity(ObisCode register) {
    return register.direction().isEmpty() || register.isLoadProfile();
  }

  private static void requireForSubstitutes(Optional<String> community, Optional<ObisCode> obis) {
    if (community.isPresent()) {
      throw new IllegalArgumentException("substitutes are of accounting points");
    }
    if (obis.isPresent()) {
      throw new IllegalArgumentException("substitutes keep their own register");
    }
  }

  /** Register under which a quantity of that direction is reported. */
  ObisCode register(EnergyDirection direction) {
    return obis.orElse(direction == EnergyDirection.CONSUMPTION ? WITHDRAWN : FED_IN);
  }

  /** The id under which a point is reported. */
  String object(AccountingPointId point) {
    return objectId.map(MarketLocationId::value).orElse(point.value());
  }
}
