package org.nachbarstrom.metering.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;

/** Whether the members of a community are accounting points as their memberships need them. */
final class PointChecks {
  private PointChecks() {}

  /** What is wrong with members during the period, at most one reason per accounting point. */
  static List<WaitingReason> check(
      Community community, DateRange period, Map<AccountingPointId, AccountingPoint> points) {
    Map<AccountingPointId, WaitingReason> reasons = new TreeMap<>();
    for (Member member : community.membersDuring(period)) {
      check(community, member, period, points.get(member.accountingPoint()))
          .ifPresent(reason -> reasons.putIfAbsent(member.accountingPoint(), reason));
    }
    return new ArrayList<>(reasons.values());
  }

  private static Optional<WaitingReason> check(
      Community community, Member member, DateRange period, @Nullable AccountingPoint point) {
    AccountingPointId id = member.accountingPoint();
    if (point == null) {
      return Optional.of(WaitingReason.of(WaitingReason.Code.UNKNOWN_ACCOUNTING_POINT, id));
    }
    if (point.direction() != member.direction()) {
      return Optional.of(WaitingReason.of(WaitingReason.Code.DIRECTION_DIFFERS, id));
    }
    DateRange days = member.valid().intersection(period).orElseThrow();
    return days.from()
        .datesUntil(days.end().orElseThrow())
        .filter(day -> !point.existsOn(day))
        .findFirst()
        .map(day ->
            new WaitingReason(
                WaitingReason.Code.ACCOUNTING_POINT_NOT_VALID,
                id,
                community.calendar().of(day, days.end().orElseThrow()),
                0));
  }
}
