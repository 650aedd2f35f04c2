package org.nachbarstrom.metering.accountingpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Sees to it that no two accounting points of a direction have the energy of a metering point. */
@ApplicationScoped
class MeteredOnce {
  private final AccountingPoints points;
  private final PointMeterings meterings;

  MeteredOnce(AccountingPoints points, PointMeterings meterings) {
    this.points = points;
    this.meterings = meterings;
  }

  /**
   * Fails with {@link AccountingPointRejection#METERING_POINT_TAKEN} if the point, declared like
   * this, would have energy of another one. Keeps others from declaring meterings until the current
   * transaction ends.
   */
  Uni<Void> require(Tenant tenant, AccountingPoint point) {
    return meterings
        .lock(tenant)
        .chain(locked -> meterings.history(point.id()))
        .chain(own -> require(point, sources(point, own)));
  }

  /** How it is metered; a metering point that is declared as an accounting point meters itself. */
  private static List<MeteringHistory> sources(AccountingPoint point, MeteringHistory own) {
    List<MeteringHistory> sources = new ArrayList<>(List.of(own));
    MeteringPointId.tryParse(point.id().value())
        .map(itself -> new PointMetering(point.id(), itself, 1, null, null))
        .map(MeteringHistory::of)
        .ifPresent(sources::add);
    return sources;
  }

  private Uni<Void> require(AccountingPoint point, List<MeteringHistory> sources) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (MeteringHistory source : sources) {
      for (MeteringPointId meteringPoint : source.meteringPoints()) {
        chain =
            chain
                .chain(free -> requireNotDeclared(point, meteringPoint))
                .chain(free -> meterings.everMeteredBy(meteringPoint, point.direction()))
                .chain(others -> requireApart(point, meteringPoint, source, others));
      }
    }
    return chain;
  }

  private Uni<Void> requireNotDeclared(AccountingPoint point, MeteringPointId meteringPoint) {
    AccountingPointId other = new AccountingPointId(meteringPoint.value());
    if (other.equals(point.id())) {
      return Uni.createFrom().voidItem();
    }
    return points
        .find(other)
        .invoke(found -> {
          if (found.filter(known -> known.point().direction() == point.direction()).isPresent()) {
            throw DeclareMetering.taken(meteringPoint, point.direction(), other);
          }
        })
        .replaceWithVoid();
  }

  private Uni<Void> requireApart(
      AccountingPoint point,
      MeteringPointId meteringPoint,
      MeteringHistory source,
      List<AccountingPointId> others) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (AccountingPointId other : others) {
      if (!other.equals(point.id())) {
        chain =
            chain
                .chain(free -> meterings.history(other))
                .invoke(history -> {
                  if (source.meets(history)) {
                    throw DeclareMetering.taken(meteringPoint, point.direction(), other);
                  }
                })
                .replaceWithVoid();
      }
    }
    return chain;
  }
}
