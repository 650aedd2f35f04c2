package org.nachbarstrom.edifact.subscription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.subscription.QuantityDraft.Quantity;
import org.nachbarstrom.edifact.subscription.QuantityDraft.Value;
import org.nachbarstrom.quantities.AccountingPointId;

/** Compares what a closing version says with what stands at the subscribers. */
final class ReportPlan {
  private final ClosingVersion closing;
  private final Map<AccountingPointId, MemberQuantities> members = new LinkedHashMap<>();
  private final Map<Key, Report> standing = new HashMap<>();
  private final List<Report> left;
  private final Map<Key, Wanted> wanted = new LinkedHashMap<>();

  private record Key(SubscriptionId subscription, String accountingPoint) {}

  private static final String PARTLY =
      "only a part of the point's energy takes part in the community, and the quantity is of that"
          + " part; such a point can be reported as SHARED only";

  private record Wanted(Subscription subscription, Optional<Quantity> quantity, boolean partly) {
    String content() {
      return quantity.map(Quantity::text).orElse("");
    }
  }

  /**
   * Something to send.
   *
   * @param content what will stand at the subscriber
   * @param findings why it must not be sent; else empty
   */
  record Planned(
      SubscriptionId subscription,
      String accountingPoint,
      Route route,
      String content,
      QuantityDraft draft,
      List<String> findings) {}

  /**
   * A plan.
   *
   * @param standing what stands of the closing; what another partner got under an earlier
   *     subscription of the same name, or under one that is no more, is left alone
   */
  ReportPlan(
      ClosingVersion closing,
      List<MemberQuantities> members,
      List<Subscription> subscriptions,
      List<Report> standing) {
    this.closing = closing;
    members.forEach(member -> this.members.put(member.accountingPoint(), member));
    Map<SubscriptionId, List<Report>> reported =
        standing.stream()
            .filter(report -> !report.content().isEmpty())
            .collect(Collectors.groupingBy(Report::subscription));
    for (Subscription subscription : subscriptions) {
      List<Report> before =
          reported.getOrDefault(subscription.id(), List.of()).stream()
              .filter(report -> report.route().equals(Route.of(subscription)))
              .toList();
      before.forEach(report -> this.standing.put(key(report), report));
      want(subscription, before);
    }
    this.left =
        reported.values().stream()
            .flatMap(List::stream)
            .filter(report -> !report.equals(this.standing.get(key(report))))
            .toList();
  }

  private static Key key(Report report) {
    return new Key(report.subscription(), report.accountingPoint());
  }

  /** What the subscription gets; nothing of what stands and is no quantity of it any more. */
  private void want(Subscription subscription, List<Report> before) {
    for (MemberQuantities member : covered(subscription)) {
      quantity(subscription, member)
          .ifPresent(quantity ->
              wanted.put(
                  new Key(subscription.id(), member.accountingPoint().value()),
                  new Wanted(subscription, Optional.of(quantity), partly(subscription, member))));
    }
    before.stream()
        .map(ReportPlan::key)
        .sorted(Comparator.comparing(Key::accountingPoint))
        .forEach(key -> wanted.putIfAbsent(key, new Wanted(subscription, Optional.empty(), false)));
  }

  /** Whether it is no quantity of the point as a whole, as the partner would take it to be. */
  private static boolean partly(Subscription subscription, MemberQuantities member) {
    return subscription.quantity() != SubscribedQuantity.SHARED
        && member.spans().stream().anyMatch(MemberSpan::partly);
  }

  private List<MemberQuantities> covered(Subscription subscription) {
    if (subscription.community().isPresent()) {
      return subscription.community().get().equals(closing.community())
          ? List.copyOf(members.values())
          : List.of();
    }
    return subscription.accountingPoints().stream()
        .filter(members::containsKey)
        .map(point -> members.get(point))
        .toList();
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
                values));
  }

  /** Ids under which quantities are to be reported. */
  Set<String> objects() {
    return wanted.values().stream()
        .flatMap(one -> one.quantity().stream())
        .map(Quantity::object)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What to send, by subscription and accounting point; nothing for what has not changed.
   *
   * @param elsewhere what stands of other closings under the same objects
   */
  List<Planned> planned(List<Report> elsewhere) {
    Claims claims = new Claims();
    left.forEach(report -> claim(report, claims));
    elsewhere.stream()
        .filter(report -> !report.content().isEmpty())
        .forEach(report -> claim(report, claims));
    List<Planned> planned = new ArrayList<>();
    // What a partner has already goes first, so that a new subscription never takes its place.
    for (boolean stands : List.of(true, false)) {
      wanted.forEach((key, want) -> {
        if (standing.containsKey(key) == stands) {
          plan(key, want, claims).ifPresent(planned::add);
        }
      });
    }
    return planned;
  }

  private static void claim(Report report, Claims claims) {
    claims.take(
        report.route(),
        report.content(),
        "subscription " + report.subscription() + " of closing " + report.cause());
  }

  private Optional<Planned> plan(Key key, Wanted want, Claims claims) {
    Route route = Route.of(want.subscription());
    String content = want.content();
    Optional<Report> before = Optional.ofNullable(standing.get(key));
    Optional<String> refusal = refusal(key, want, route, claims);
    if (refusal.isPresent()) {
      before.ifPresent(report -> claim(report, claims));
    }
    if (before.map(Report::content).orElse("").equals(content)) {
      return Optional.empty();
    }
    QuantityDraft draft = new QuantityDraft(before.map(Report::documentNumber), want.quantity());
    return Optional.of(
        new Planned(
            key.subscription(),
            key.accountingPoint(),
            route,
            content,
            draft,
            refusal.stream().toList()));
  }

  private static Optional<String> refusal(Key key, Wanted want, Route route, Claims claims) {
    if (want.partly()) {
      return Optional.of(PARTLY);
    }
    String content = want.content();
    return content.isEmpty()
        ? Optional.empty()
        : claims.take(route, content, "subscription " + key.subscription()).map(ReportPlan::taken);
  }

  private static String taken(String owner) {
    return "the partner has another quantity of this object, register and time from "
        + owner
        + "; give one of the two another register, object or partner";
  }
}
