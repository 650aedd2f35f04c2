package org.nachbarstrom.metering.completeness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.completeness.AskedPoints.AskedPoint;
import org.nachbarstrom.metering.metered.MeteredSeries;
import org.nachbarstrom.metering.metered.MeteredSnapshot;
import org.nachbarstrom.metering.recording.Snapshots;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Counts what is there and what is missing, some points at a time with one read of their values.
 */
@ApplicationScoped
public class QueryCompleteness {
  private final Snapshots snapshots;
  private final TenantTransactions transactions;
  private final FindAskedPoints points;
  private final MeteredSeries values;
  private final ValueRequests requests;

  QueryCompleteness(
      Snapshots snapshots,
      TenantTransactions transactions,
      FindAskedPoints points,
      MeteredSeries values,
      ValueRequests requests) {
    this.snapshots = snapshots;
    this.transactions = transactions;
    this.points = points;
    this.values = values;
    this.requests = requests;
  }

  /**
   * Answers a part of the points. Fails with a problem if the point or community of the question
   * was not declared.
   *
   * @param asKnownAt absent: now
   */
  public Uni<Counted> count(
      Tenant tenant, CompletenessQuestion question, Optional<Instant> asKnownAt) {
    return snapshots
        .freeze(tenant, asKnownAt)
        .chain(known ->
            transactions.inTransaction(
                tenant,
                () ->
                    points
                        .find(question, known)
                        .chain(asked -> read(new Task(question, asked, known)))))
        .chain(read -> OffLoop.compute(read::count));
  }

  private Uni<Read> read(Task task) {
    Set<SeriesKey> keys = new HashSet<>();
    task.asked()
        .points()
        .forEach(point -> {
          for (EnergyDirection direction : EnergyDirection.values()) {
            keys.add(new SeriesKey(point.id(), direction));
          }
        });
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Read.nothing(task));
    }
    List<AccountingPointId> ids = task.asked().points().stream().map(AskedPoint::id).toList();
    return values
        .read(new SnapshotQuery(keys, task.interval(), task.known()))
        .map(MeteredSnapshot::values)
        .chain(snapshot ->
            requests
                .overlapping(ids, task.question().days(), task.known())
                .chain(noted ->
                    // Last, so that what is deleted meanwhile is not counted as missing.
                    points.kept(task.asked()).map(kept -> new Read(task, snapshot, noted, kept))));
  }

  private record Task(CompletenessQuestion question, AskedPoints asked, Instant known) {
    Interval interval() {
      DateRange days = question.days();
      return calendar().of(days.from(), days.end().orElseThrow());
    }

    DeliveryCalendar calendar() {
      return new DeliveryCalendar(asked.zone());
    }
  }

  private record Read(
      Task task, SeriesSnapshot snapshot, List<ValueRequest> requests, KeptValues.Kept kept) {
    static Read nothing(Task task) {
      return new Read(
          task,
          new SeriesSnapshot(Map.of()),
          List.of(),
          new KeptValues.Kept(Optional.empty(), Set.of()));
    }

    Counted count() {
      Map<AccountingPointId, List<ValueRequest>> byPoint =
          requests.stream().collect(Collectors.groupingBy(ValueRequest::accountingPoint));
      List<SeriesCompleteness> series = new ArrayList<>();
      for (AskedPoint point : task.asked().points()) {
        for (EnergyDirection direction : EnergyDirection.values()) {
          count(point, direction, byPoint.getOrDefault(point.id(), List.of()))
              .filter(task.question().only()::answers)
              .ifPresent(series::add);
        }
      }
      List<AskedPoint> asked = task.asked().points();
      return new Counted(
          task.asked().zone(),
          task.known(),
          series,
          task.asked().more() ? asked.getLast().id().value() : null);
    }

    private Optional<SeriesCompleteness> count(
        AskedPoint point, EnergyDirection direction, List<ValueRequest> ofPoint) {
      SeriesKey key = new SeriesKey(point.id(), direction);
      DayCounter counter = new DayCounter(task.calendar(), task.question().days(), task.known());
      boolean own = point.direction() == direction;
      List<DayCount> days =
          counter
              .count(
                  snapshot.profile(key, task.interval()),
                  day -> point.expects(direction, day),
                  moment -> kept.erased(point.id().value(), moment))
              .stream()
              .filter(day -> point.asks(day.day()) && (own || day.surplus() > 0))
              .toList();
      return days.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new SeriesCompleteness(
                  key, point.declared().isPresent(), days, own ? ofPoint : List.of()));
    }
  }

  /**
   * What is there and what is missing of some points.
   *
   * @param zone whose midnight parts the days
   * @param asKnownAt snapshot instant
   * @param series in the order of points, consumption first
   * @param next the last point that was looked at, if there are points behind it
   */
  public record Counted(
      ZoneId zone, Instant asKnownAt, List<SeriesCompleteness> series, @Nullable String next) {}
}
