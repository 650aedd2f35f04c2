package org.nachbarstrom.edifact.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.edifact.subscription.QuantityDraft.Quantity;
import org.nachbarstrom.edifact.subscription.QuantityDraft.Value;

/** Compares what a closing version says with what stands at the subscribers. */
final class ReportPlan {
  private final ClosingVersion closing;
  private final Map<Key, Report> standing = new HashMap<>();
  private final List<Planned> planned = new ArrayList<>();

  private ReportPlan(ClosingVersion closing, List<Report> standing) {
    this.closing = closing;
    standing.forEach(report ->
        this.standing.put(new Key(report.subscription(), report.accountingPoint()), report));
  }

  private record Key(SubscriptionId subscription, String accountingPoint) {}

  /**
   * Something to send.
   *
   * @param content what will stand at the subscriber
   */
  record Planned(
      SubscriptionId subscription,
      String accountingPoint,
      Route route,
      String content,
      QuantityDraft draft) {}

  /** What to send, by subscription and accounting point; nothing for what has not changed. */
  static List<Planned> of(
      ClosingVersion closing,
      List<MemberQuantities> members,
      List<Subscription> subscriptions,
      List<Report> standing) {
    ReportPlan plan = new ReportPlan(closing, standing);
    subscriptions.forEach(subscription -> plan.plan(subscription, members));
    return plan.planned;
  }

  private void plan(Subscription subscription, List<MemberQuantities> members) {
    Set<String> present = new HashSet<>();
    for (MemberQuantities member : members) {
      if (subscription.covers(closing.community(), member.accountingPoint())) {
        quantity(subscription, member)
            .ifPresent(quantity -> {
              String point = member.accountingPoint().value();
              present.add(point);
              plan(subscription, point, Optional.of(quantity));
            });
      }
    }
    standing.values().stream()
        .filter(report -> report.subscription().equals(subscription.id()))
        .map(Report::accountingPoint)
        .filter(point -> !present.contains(point))
        .sorted()
        .forEach(point -> plan(subscription, point, Optional.empty()));
  }

  private Optional<Quantity> quantity(Subscription subscription, MemberQuantities member) {
    List<Value> values = new ArrayList<>();
    for (MemberSpan span : member.spans()) {
      RoundedSpan rounded = RoundedSpan.of(span);
      subscription
          .quantity()
          .of(member.direction(), rounded)
          .ifPresent(
              wattHours -> values.add(new Value(rounded.interval(closing.zone()), wattHours)));
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Quantity(
                subscription.object(member.accountingPoint()),
                subscription.register(member.direction()).toString(),
                closing.zone(),
                values));
  }

  private void plan(Subscription subscription, String point, Optional<Quantity> quantity) {
    Optional<Report> before =
        Optional.ofNullable(standing.get(new Key(subscription.id(), point)))
            .filter(report -> !report.content().isEmpty());
    String content = quantity.map(Quantity::text).orElse("");
    Route route = Route.of(subscription);
    if (before.map(Report::content).orElse("").equals(content)) {
      return;
    }
    planned.add(
        new Planned(
            subscription.id(),
            point,
            route,
            content,
            new QuantityDraft(before.map(Report::documentNumber), quantity)));
  }
}
