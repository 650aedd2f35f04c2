package org.nachbarstrom.pricing.rating.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.nachbarstrom.pricing.rating.ClosingVersion;
import org.nachbarstrom.pricing.rating.CostPublisher;
import org.nachbarstrom.pricing.rating.LineDocument;
import org.nachbarstrom.pricing.rating.Rating;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Announces rated members as {@code pricing.member-cost.v1}. */
@ApplicationScoped
class OutboxCostPublisher implements CostPublisher {
  static final String ADDRESS = "pricing.member-cost.v1";

  private final Outbox outbox;

  OutboxCostPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The body of the event. */
  record MemberCost(
      ClosingVersion closing,
      String accountingPoint,
      EnergyDirection direction,
      List<LineDocument> lines) {}

  @Override
  public Uni<Void> publish(Tenant tenant, Rating rating, EnergyDirection direction) {
    String point = rating.accountingPoint().value();
    List<LineDocument> lines =
        IntStream.range(0, rating.lines().size())
            .mapToObj(i -> LineDocument.of(i + 1, rating.lines().get(i)))
            .toList();
    return outbox.append(
        tenant,
        new OutgoingEvent(
            ADDRESS, point, new MemberCost(rating.closing(), point, direction, lines)));
  }
}
