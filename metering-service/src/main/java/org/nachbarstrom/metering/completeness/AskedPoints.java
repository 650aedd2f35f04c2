package org.nachbarstrom.metering.completeness;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * Points whose values are counted.
 *
 * @param zone whose midnight parts the days
 * @param points in the order of their ids
 * @param more whether there are points behind them
 */
record AskedPoints(ZoneId zone, List<AskedPoint> points, boolean more) {
  private static final ZoneId MARKET = ZoneId.of("Europe/Berlin");

  /** Points by themselves, in days of the market. */
  static AskedPoints of(List<AccountingPoint> declared, boolean more) {
    return new AskedPoints(
        MARKET,
        declared.stream()
            .map(point -> new AskedPoint(point.id(), Optional.of(point), List.of()))
            .toList(),
        more);
  }

  /**
   * Points as members of a community.
   *
   * @param members of those points
   */
  static AskedPoints of(
      ZoneId zone, List<Member> members, List<AccountingPoint> declared, boolean more) {
    Map<AccountingPointId, AccountingPoint> byId =
        declared.stream().collect(Collectors.toMap(AccountingPoint::id, Function.identity()));
    List<AskedPoint> points = new ArrayList<>();
    members.stream()
        .collect(
            Collectors.groupingBy(
                Member::accountingPoint, java.util.TreeMap::new, Collectors.toList()))
        .forEach((id, ofPoint) ->
            points.add(new AskedPoint(id, Optional.ofNullable(byId.get(id)), ofPoint)));
    return new AskedPoints(zone, points, more);
  }

  /**
   * A point.
   *
   * @param id which
   * @param declared as it was declared, if it was
   * @param memberships its memberships in the community asked for; none: no community was
   */
  record AskedPoint(
      AccountingPointId id, Optional<AccountingPoint> declared, List<Member> memberships) {
    /** Whether the day is asked for. */
    boolean asks(LocalDate day) {
      return memberships.isEmpty()
          || memberships.stream().map(Member::valid).anyMatch(valid -> valid.contains(day));
    }

    /** Whether values of the direction are expected on the day. */
    boolean expects(EnergyDirection direction, LocalDate day) {
      return asks(day)
          && declared
              .filter(point -> point.direction() == direction && point.existsOn(day))
              .isPresent();
    }

    /** The direction it has or, if it is not declared, is a member in. */
    EnergyDirection direction() {
      return declared
          .map(AccountingPoint::direction)
          .orElseGet(() -> memberships.getFirst().direction());
    }
  }
}
