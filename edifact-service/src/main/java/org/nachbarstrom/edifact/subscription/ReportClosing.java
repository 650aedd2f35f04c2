package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.subscription.ReportPlan.Planned;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tells subscribers what a closing version says. */
@ApplicationScoped
class ReportClosing {
  private final SubscriptionStore subscriptions;
  private final ReportStore reports;
  private final MsconsSender sender;
  private final Clock clock;

  ReportClosing(
      SubscriptionStore subscriptions, ReportStore reports, MsconsSender sender, Clock clock) {
    this.subscriptions = subscriptions;
    this.reports = reports;
    this.sender = sender;
    this.clock = clock;
  }

  /** Queues what has changed for each subscriber. Runs inside the caller's transaction. */
  Uni<Void> report(Tenant tenant, ClosingVersion closing, List<MemberQuantities> members) {
    return subscriptions
        .ofClosings(closing.from(), closing.to())
        .chain(subscribed ->
            reports
                .standing(closing.id())
                .chain(standing ->
                    send(tenant, closing, ReportPlan.of(closing, members, subscribed, standing))));
  }

  private Uni<Void> send(Tenant tenant, ClosingVersion closing, List<Planned> planned) {
    // Routes in one order everywhere, so that two closings never wait for each other's numbers.
    Map<Route, List<Planned>> routes =
        planned.stream()
            .collect(Collectors.groupingBy(Planned::route, TreeMap::new, Collectors.toList()));
    return Multi.createFrom()
        .iterable(routes.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            route -> send(tenant, closing, route.getKey(), route.getValue()))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> send(
      Tenant tenant, ClosingVersion closing, Route route, List<Planned> planned) {
    Cause cause = new Cause(Cause.Kind.CLOSING_VERSION, closing.toString());
    List<QuantityDraft> drafts = planned.stream().map(Planned::draft).toList();
    return sender
        .send(tenant, route, ApplicationReference.ENERGY_QUANTITIES, cause, drafts)
        .chain(outcomes -> reports.add(tenant, reports(closing, planned, outcomes)));
  }

  private List<Report> reports(
      ClosingVersion closing, List<Planned> planned, List<DraftOutcome> outcomes) {
    Instant now = clock.instant();
    List<Report> made = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Planned plan = planned.get(i);
      DraftOutcome outcome = outcomes.get(i);
      made.add(
          new Report(
              plan.subscription(),
              closing.id(),
              closing.version(),
              plan.accountingPoint(),
              plan.route(),
              plan.content(),
              plan.draft().quantity().isPresent() ? outcome.documentNumbers().getLast() : "",
              plan.draft().cancels().orElse(""),
              outcome.interchange(),
              outcome.findings(),
              now));
    }
    return made;
  }
}
