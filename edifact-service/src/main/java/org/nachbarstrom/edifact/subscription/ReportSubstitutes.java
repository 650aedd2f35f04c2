package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tells subscribers which substitute values metering has made. */
@ApplicationScoped
public class ReportSubstitutes {
  private static final ZoneId MARKET = ZoneId.of("Europe/Berlin");

  private final SubscriptionStore subscriptions;
  private final ReportStore reports;
  private final MsconsSender sender;
  private final Clock clock;

  ReportSubstitutes(
      SubscriptionStore subscriptions, ReportStore reports, MsconsSender sender, Clock clock) {
    this.subscriptions = subscriptions;
    this.reports = reports;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Queues a message per block and subscription. Runs inside the caller's transaction, which makes
   * sure that each substitution comes once.
   */
  public Uni<Void> report(Tenant tenant, MadeSubstitutes made) {
    LocalDate day = made.blocks().getFirst().period().start().atZone(MARKET).toLocalDate();
    return subscriptions
        .ofSubstitutes(made.accountingPoint(), day)
        .chain(subscribed -> {
          Map<Route, List<Subscription>> routes =
              subscribed.stream()
                  .collect(Collectors.groupingBy(Route::of, TreeMap::new, Collectors.toList()));
          return Multi.createFrom()
              .iterable(routes.entrySet())
              .onItem()
              .transformToUniAndConcatenate(
                  route -> send(tenant, made, route.getKey(), route.getValue()))
              .onItem()
              .ignoreAsUni();
        });
  }

  private record Planned(Subscription subscription, SubstituteDraft draft) {}

  private Uni<Void> send(
      Tenant tenant, MadeSubstitutes made, Route route, List<Subscription> subscribed) {
    List<Planned> planned = new ArrayList<>();
    for (Subscription subscription : subscribed) {
      String object = subscription.object(made.accountingPoint());
      for (MadeSubstitutes.Block block : made.blocks()) {
        planned.add(new Planned(subscription, new SubstituteDraft(object, made.obis(), block)));
      }
    }
    Cause cause = new Cause(Cause.Kind.SUBSTITUTES, made.substitution().toString());
    return sender
        .send(
            tenant,
            route,
            ApplicationReference.TIME_SERIES,
            cause,
            planned.stream().map(Planned::draft).toList())
        .chain(outcomes -> reports.add(tenant, reports(made, planned, outcomes)));
  }

  private List<Report> reports(
      MadeSubstitutes made, List<Planned> planned, List<DraftOutcome> outcomes) {
    Instant now = clock.instant();
    List<Report> result = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Planned plan = planned.get(i);
      DraftOutcome outcome = outcomes.get(i);
      result.add(
          new Report(
              plan.subscription().id(),
              made.substitution(),
              0,
              made.accountingPoint().value(),
              Route.of(plan.subscription()),
              plan.draft().object() + " " + made.obis() + " " + plan.draft().block().period(),
              outcome.documentNumbers().getFirst(),
              "",
              outcome.interchange(),
              outcome.findings(),
              now));
    }
    return result;
  }
}
