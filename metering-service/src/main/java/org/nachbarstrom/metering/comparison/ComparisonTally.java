package org.nachbarstrom.metering.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;

/** Counts cells and their differences by member. Grows quarter-hour by quarter-hour, in order. */
public final class ComparisonTally {
  private final Map<AccountingPointId, MemberComparison> members = new TreeMap<>();
  private final List<Difference> differences = new ArrayList<>();

  void count(AccountingPointId point, @Nullable Long operator, @Nullable Long ours) {
    MemberComparison member = members.computeIfAbsent(point, MemberComparison::new);
    member.cells++;
    member.operator = Math.addExact(member.operator, operator == null ? 0 : operator);
    member.ours = Math.addExact(member.ours, ours == null ? 0 : ours);
  }

  void add(Difference difference) {
    members
        .computeIfAbsent(difference.accountingPoint(), MemberComparison::new)
        .causes
        .computeIfAbsent(difference.cause(), cause -> new CauseCount(difference.start()))
        .add(difference);
    if (difference.cause() != Cause.ROUNDING) {
      differences.add(difference);
    }
  }

  /** Members of either side in the order of accounting points. */
  public Collection<MemberComparison> members() {
    return members.values();
  }

  /** Cells that differ by more than rounding, in the order of quarter-hours and points. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** One consumer, in 10⁻⁶ kWh. */
  public static final class MemberComparison {
    private final AccountingPointId accountingPoint;
    private final Map<Cause, CauseCount> causes = new EnumMap<>(Cause.class);
    private int cells;
    private long operator;
    private long ours;

    private MemberComparison(AccountingPointId accountingPoint) {
      this.accountingPoint = accountingPoint;
    }

    /** Who. */
    public AccountingPointId accountingPoint() {
      return accountingPoint;
    }

    /** Quarter-hours in which at least one side counts him. */
    public int cells() {
      return cells;
    }

    /** What the operator allocated altogether. */
    public long operatorTotal() {
      return operator;
    }

    /** What we allocated altogether. */
    public long oursTotal() {
      return ours;
    }

    /** His differences by likely cause. */
    public Map<Cause, CauseCount> causes() {
      return Map.copyOf(causes);
    }
  }

  /** Differences of one cause. */
  public static final class CauseCount {
    private final Instant first;
    private Instant last;
    private int cells;
    private long milliWattHours;

    private CauseCount(Instant first) {
      this.first = first;
      last = first;
    }

    private void add(Difference difference) {
      last = difference.start();
      cells++;
      milliWattHours = Math.addExact(milliWattHours, difference.milliWattHours());
    }

    /** Start of the first such quarter-hour. */
    public Instant first() {
      return first;
    }

    /** Start of the last such quarter-hour. */
    public Instant last() {
      return last;
    }

    /** How many quarter-hours. */
    public int cells() {
      return cells;
    }

    /** Ours minus his altogether. */
    public long milliWattHours() {
      return milliWattHours;
    }
  }
}
