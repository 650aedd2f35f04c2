package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMeterings;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.RecordSeries;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Records the energy per quarter-hour that readings tell in the series of the object they belong
 * to. Nothing is recorded for an object whose metering is not declared, because its transformer
 * factor is not known.
 */
@ApplicationScoped
class DeriveEnergy {
  private final DocumentStore documents;
  private final PointMeterings meterings;
  private final SeriesStore series;
  private final RecordSeries recordSeries;
  private final KeptValues kept;

  DeriveEnergy(
      DocumentStore documents,
      PointMeterings meterings,
      SeriesStore series,
      RecordSeries recordSeries,
      KeptValues kept) {
    this.kept = kept;
    this.documents = documents;
    this.meterings = meterings;
    this.series = series;
    this.recordSeries = recordSeries;
  }

  /**
   * Records what all readings known now tell about the quarter-hours at the moments, in the current
   * transaction, which holds the lock of the object. A value that readings told before and do not
   * tell any more is missing then. What lies before the horizon stays as it is.
   *
   * @param moments of readings that came or went, both ends included
   * @param now recording instant
   */
  Uni<Void> derive(Tenant tenant, MeteredObject object, Interval moments, Instant now) {
    Optional<AccountingPointId> point =
        switch (object.kind()) {
          case MARKET_LOCATION, METERING_POINT -> AccountingPointId.tryParse(object.id());
          case NETWORK_LOCATION, CONFIGURATION -> Optional.empty();
        };
    if (point.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return kept.of(Set.of(object.id()))
        .chain(all ->
            all.part(object.id(), around(moments))
                .map(window -> derive(tenant, point.get(), window, now))
                .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> derive(Tenant tenant, AccountingPointId point, Interval window, Instant now) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (EnergyDirection direction : EnergyDirection.values()) {
      SeriesKey key = new SeriesKey(point, direction);
      chain = chain.chain(previous -> derive(tenant, key, window, now));
    }
    return chain;
  }

  /** The moments with their neighbours. */
  private static Interval around(Interval moments) {
    return new Interval(
        moments.start().minus(Interval.QUARTER_HOUR), moments.end().plus(Interval.QUARTER_HOUR));
  }

  private Uni<Void> derive(Tenant tenant, SeriesKey key, Interval window, Instant now) {
    DocumentStore.Query query = new DocumentStore.Query(key.accountingPoint().value(), window, now);
    return metering(key)
        .chain(metering ->
            metering.newest().isEmpty()
                ? Uni.createFrom().voidItem()
                : documents
                    .readings(query)
                    .map(found -> energies(found, key.direction(), metering))
                    .chain(energies -> record(tenant, key, query, energies)));
  }

  private Uni<MeteringHistory> metering(SeriesKey key) {
    return meterings
        .history(key.accountingPoint())
        .chain(own ->
            own.newest().isPresent()
                ? Uni.createFrom().item(own)
                : MeteringPointId.tryParse(key.accountingPoint().value())
                    .map(meteringPoint -> meteredBy(meteringPoint, key.direction()))
                    .orElseGet(() -> Uni.createFrom().item(own)));
  }

  private Uni<MeteringHistory> meteredBy(MeteringPointId meteringPoint, EnergyDirection direction) {
    return meterings
        .meteredBy(meteringPoint, direction)
        .chain(point ->
            point
                .map(meterings::history)
                .orElseGet(() -> Uni.createFrom().item(MeteringHistory.NONE)));
  }

  private static Map<Instant, AdjacentReadings.QuarterHourEnergy> energies(
      List<DocumentStore.KnownReading> readings,
      EnergyDirection direction,
      MeteringHistory metering) {
    return AdjacentReadings.energies(
        readings.stream()
            .filter(
                known -> Registers.name(known.reading().obis()).equals(Registers.total(direction)))
            .toList(),
        metering);
  }

  private Uni<Void> record(
      Tenant tenant,
      SeriesKey key,
      DocumentStore.Query query,
      Map<Instant, AdjacentReadings.QuarterHourEnergy> energies) {
    return series
        .lock(tenant, List.of(key))
        .chain(locked -> documents.newestMessages(query))
        .chain(newest ->
            series
                .latest(key, QuarterHours.utcDays(query.interval()))
                .map(latest -> DerivedDays.of(energies, latest, newest, query.interval())))
        .chain(told -> record(tenant, key, told, query.asKnownAt()));
  }

  private Uni<Void> record(
      Tenant tenant, SeriesKey key, Map<Instant, List<DayBlock>> told, Instant now) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (Map.Entry<Instant, List<DayBlock>> entry : told.entrySet()) {
      // Of two derivations about the same the later one knows more.
      Origin origin = new Origin(entry.getKey(), now, Origin.READINGS);
      Delivery delivery =
          new Delivery(key.accountingPoint(), origin, Map.of(key.direction(), entry.getValue()));
      chain = chain.chain(previous -> recordSeries.record(tenant, delivery)).replaceWithVoid();
    }
    return chain;
  }
}
