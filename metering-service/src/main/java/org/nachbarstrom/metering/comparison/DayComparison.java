package org.nachbarstrom.metering.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.metering.sharing.DayAllocation;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;

/** A day of a community beside what the operator says of it. */
final class DayComparison {
  private static final long ROUNDING = 1;

  private final CommunityDay day;
  private final OperatorFile operator;
  private final Optional<DayAllocation> ours;
  private final List<AccountingPointId> consumers;
  private final Explanation explanation;

  DayComparison(CommunityDay day, OperatorFile operator) {
    this.day = day;
    this.operator = operator;
    ours = day.roster().key().isPresent() ? Optional.of(day.allocate()) : Optional.empty();
    consumers = day.roster().consumers().stream().map(Member::accountingPoint).toList();
    explanation = new Explanation(day);
  }

  /** Tells the tally every cell of the day, in the order of quarter-hours and points. */
  void tell(ComparisonTally tally) {
    Instant start = day.roster().interval().start();
    for (int interval = 0; interval < day.intervals(); interval++) {
      compare(interval, start.plusSeconds(900L * interval), tally);
    }
  }

  private void compare(int interval, Instant start, ComparisonTally tally) {
    Map<AccountingPointId, OperatorCell> his = operator.at(start);
    Map<AccountingPointId, Long> own = ours(interval);
    Set<AccountingPointId> points = new TreeSet<>(his.keySet());
    points.addAll(consumers);
    List<AccountingPointId> different = new ArrayList<>();
    for (AccountingPointId point : points) {
      @Nullable OperatorCell cell = his.get(point);
      @Nullable Long allocated = own.get(point);
      tally.count(point, cell == null ? null : cell.allocated(), allocated);
      if (cell == null || allocated == null) {
        different.add(point);
      } else if (cell.allocated() != allocated) {
        if (Math.abs(cell.allocated() - allocated) <= ROUNDING) {
          tally.add(
              new Difference(start, point, cell.allocated(), allocated, Cause.ROUNDING, null));
        } else {
          different.add(point);
        }
      }
    }
    if (!different.isEmpty()) {
      explain(interval, start, different, tally);
    }
  }

  private void explain(
      int interval, Instant start, List<AccountingPointId> different, ComparisonTally tally) {
    Map<AccountingPointId, OperatorCell> his = operator.at(start);
    Map<AccountingPointId, Long> own = ours(interval);
    Explanation.Found found = explanation.of(interval, his);
    for (AccountingPointId point : different) {
      @Nullable OperatorCell cell = his.get(point);
      tally.add(
          new Difference(
              start,
              point,
              cell == null ? null : cell.allocated(),
              own.get(point),
              found.cause(),
              found.concerned()));
    }
  }

  /** What we allocated; empty if we could not. */
  private Map<AccountingPointId, Long> ours(int interval) {
    Map<AccountingPointId, Long> allocated = new HashMap<>();
    if (ours.isPresent() && day.allocatable(interval)) {
      for (int i = 0; i < consumers.size(); i++) {
        allocated.put(consumers.get(i), ours.get().allocated(i, interval));
      }
    }
    return allocated;
  }
}
