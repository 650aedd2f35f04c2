package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

/** What may keep a closing from being computed although values are there, or were. */
@ApplicationScoped
class ClosingObstacles {
  private final DeletedValues deletedValues;
  private final ValueReservations reservations;

  ClosingObstacles(DeletedValues deletedValues, ValueReservations reservations) {
    this.deletedValues = deletedValues;
    this.reservations = reservations;
  }

  /** Up to when values may have been deleted. */
  Uni<Optional<Instant>> deletedUntil(Tenant tenant) {
    return deletedValues.until(tenant);
  }

  /** Reservations against values of members on days of their membership. */
  Uni<List<WaitingReason>> reservations(Tenant tenant, ComputeFromSnapshot.Known known) {
    return reservations.against(
        tenant,
        known.community().membersDuring(known.period()).stream()
            .flatMap(member -> values(known.community(), member, known.period()))
            .toList(),
        known.snapshot());
  }

  private static Stream<ValueReservations.Values> values(
      Community community, Member member, DateRange period) {
    return member.valid().intersection(period).stream()
        .map(days ->
            new ValueReservations.Values(
                member.series(), community.calendar().of(days.from(), days.end().orElseThrow())));
  }
}
