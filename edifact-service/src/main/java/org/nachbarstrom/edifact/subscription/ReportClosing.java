package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.subscription.ReportPlan.Planned;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

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
    return reports
        .lock(tenant)
        .chain(() -> subscriptions.ofClosings(closing.from(), closing.to()))
        .chain(subscribed ->
            reports
                .standing(closing.id())
                .chain(standing ->
                    OffLoop.compute(() -> new ReportPlan(closing, members, subscribed, standing))))
        .chain(plan -> reports.elsewhere(closing, plan.objects()).map(plan::planned))
        .chain(planned -> keep(tenant, closing, planned));
  }

  private Uni<Void> keep(Tenant tenant, ClosingVersion closing, List<Planned> planned) {
    List<Report> refused =
        planned.stream()
            .filter(plan -> !plan.findings().isEmpty())
            .map(plan -> report(closing, plan, DraftOutcome.refused(plan.findings())))
            .toList();
    List<Planned> due = planned.stream().filter(plan -> plan.findings().isEmpty()).toList();
    return reports.add(tenant, refused).chain(() -> send(tenant, closing, due));
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
    List<Report> made = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      made.add(report(closing, planned.get(i), outcomes.get(i)));
    }
    return made;
  }

  private Report report(ClosingVersion closing, Planned plan, DraftOutcome outcome) {
    boolean sent = !outcome.documentNumbers().isEmpty();
    return new Report(
        plan.subscription(),
        closing.id(),
        closing.version(),
        plan.accountingPoint(),
        plan.route(),
        plan.content(),
        sent && plan.draft().quantity().isPresent() ? outcome.documentNumbers().getLast() : "",
        sent ? plan.draft().cancels().orElse("") : "",
        outcome.interchange(),
        outcome.findings(),
        clock.instant());
  }
}
