package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.accountingpoint.AccountingPointRejection;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.accountingpoint.PointMeterings;
import org.nachbarstrom.metering.reading.RegisterState.Missing;
import org.nachbarstrom.metering.reading.RegisterState.Reason;
import org.nachbarstrom.metering.recording.Snapshots;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Answers what the registers of an accounting point showed at an instant. If nothing was read then,
 * the last valid reading stands in up to the age that the metering of the point allows on that day
 * (Aktualität). That is good for a snapshot only: no energy is ever made of readings that stand in.
 */
@ApplicationScoped
public class SnapshotRegisters {
  /** How far back readings are looked for; longer than any may stand in. */
  private static final Duration SEARCHED = Duration.ofDays(400);

  private final Snapshots snapshots;
  private final TenantTransactions transactions;
  private final AccountingPoints points;
  private final PointMeterings meterings;
  private final DocumentStore documents;

  SnapshotRegisters(
      Snapshots snapshots,
      TenantTransactions transactions,
      AccountingPoints points,
      PointMeterings meterings,
      DocumentStore documents) {
    this.snapshots = snapshots;
    this.transactions = transactions;
    this.points = points;
    this.meterings = meterings;
    this.documents = documents;
  }

  /**
   * Looks at the registers of the point and of the metering point that meters it on the day. Fails
   * with {@link AccountingPointRejection#UNKNOWN_ACCOUNTING_POINT} if the point is not declared.
   *
   * @param at the moment
   * @param asKnownAt which readings were known; absent: now. The point and its metering are those
   *     declared last
   */
  public Uni<RegisterSnapshot> at(
      Tenant tenant, AccountingPointId id, Instant at, Optional<Instant> asKnownAt) {
    return snapshots
        .freeze(tenant, asKnownAt)
        .chain(known -> transactions.inTransaction(tenant, () -> read(id, at, known)));
  }

  private Uni<RegisterSnapshot> read(AccountingPointId id, Instant at, Instant known) {
    return points
        .find(id)
        .map(found ->
            found
                .map(AccountingPoints.Revised::point)
                .orElseThrow(() ->
                    new ProblemException(
                        AccountingPointRejection.UNKNOWN_ACCOUNTING_POINT,
                        "'" + id + "' is not declared.")))
        .chain(point ->
            meterings
                .history(id)
                .map(history -> history.at(at).orElseGet(() -> PointMetering.unknown(id)))
                .chain(metering ->
                    states(metering, at, known)
                        .map(states -> snapshot(point, metering, states, at, known))));
  }

  private Uni<List<RegisterState>> states(PointMetering metering, Instant at, Instant known) {
    LastValidReadings last =
        new LastValidReadings(
            at, Objects.requireNonNullElse(metering.readingMaxAge(), Duration.ZERO));
    Interval searched = new Interval(at.minus(SEARCHED), at);
    Uni<List<RegisterState>> chain = Uni.createFrom().item(new ArrayList<>());
    for (String object : objects(metering)) {
      DocumentStore.Query query = new DocumentStore.Query(object, searched, known);
      chain =
          chain.chain(states ->
              documents
                  .firstAndLastReadings(query)
                  .invoke(readings -> states.addAll(last.states(readings)))
                  .replaceWith(states));
    }
    return chain;
  }

  private static Set<String> objects(PointMetering metering) {
    Set<String> objects = new LinkedHashSet<>();
    MeteringPointId meteringPoint = metering.meteringPoint();
    if (meteringPoint != null) {
      objects.add(meteringPoint.value());
    }
    objects.add(metering.accountingPoint().value());
    return objects;
  }

  private static RegisterSnapshot snapshot(
      AccountingPoint point,
      PointMetering metering,
      List<RegisterState> states,
      Instant at,
      Instant known) {
    String total = Registers.total(point.direction());
    if (states.stream().noneMatch(state -> state.register().equals(total))) {
      MeteringPointId meteringPoint = metering.meteringPoint();
      MeteredObject object =
          meteringPoint == null
              ? MeteredObject.of(point.id())
              : new MeteredObject(MeteredObject.Kind.METERING_POINT, meteringPoint.value());
      states.add(new RegisterState(object, "", total, new Missing(Reason.NONE, null)));
    }
    return new RegisterSnapshot(
        point.id(), at, known, Optional.ofNullable(metering.readingMaxAge()), List.copyOf(states));
  }

  /**
   * What registers showed.
   *
   * @param accountingPoint whose
   * @param at the moment
   * @param asKnownAt snapshot instant
   * @param maxAge greatest age, inclusive, of a reading that stands in; absent: none does
   * @param states by object, register and meter; at least the one that counts all energy
   */
  public record RegisterSnapshot(
      AccountingPointId accountingPoint,
      Instant at,
      Instant asKnownAt,
      Optional<Duration> maxAge,
      List<RegisterState> states) {}
}
