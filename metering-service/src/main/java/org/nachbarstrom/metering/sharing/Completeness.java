package org.nachbarstrom.metering.sharing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Counts which quarter-hours of a member are there. Grows day by day, in order. */
public final class Completeness {
  /** Gaps told one by one; further ones are told as one that spans them. */
  private static final int MOST_GAPS = 20;

  private final AccountingPointId accountingPoint;
  private final EnergyDirection direction;
  private final Map<ValueQuality, Integer> byQuality = new EnumMap<>(ValueQuality.class);
  private final List<Gap> gaps = new ArrayList<>();
  private int expected;
  private int missing;

  Completeness(Member member) {
    accountingPoint = member.accountingPoint();
    direction = member.direction();
  }

  void add(LoadProfile profile) {
    expected += profile.size();
    int run = 0;
    for (int i = 0; i < profile.size(); i++) {
      run++;
      if (i + 1 == profile.size() || profile.quality(i + 1) != profile.quality(i)) {
        byQuality.merge(profile.quality(i), run, Integer::sum);
        run = 0;
      }
    }
    profile.gaps().forEach(this::addGap);
  }

  private void addGap(Interval gap) {
    int count = gap.quarterHours();
    missing += count;
    boolean joins =
        !gaps.isEmpty()
            && (gaps.size() == MOST_GAPS || gaps.getLast().interval().end().equals(gap.start()));
    if (joins) {
      Gap last = gaps.removeLast();
      gaps.add(new Gap(new Interval(last.interval().start(), gap.end()), last.missing() + count));
    } else {
      gaps.add(new Gap(gap, count));
    }
  }

  /** Whose values. */
  public AccountingPointId accountingPoint() {
    return accountingPoint;
  }

  /** Which way their energy flows. */
  public EnergyDirection direction() {
    return direction;
  }

  /** Quarter-hours of the days of the membership. */
  public int expected() {
    return expected;
  }

  /** Quarter-hours with a value of the quality. */
  public int count(ValueQuality quality) {
    return byQuality.getOrDefault(quality, 0);
  }

  /** Quarter-hours without a value that energy may be allocated by. */
  public int missing() {
    return missing;
  }

  /** Where they are, in order. */
  public List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /**
   * Missing quarter-hours.
   *
   * @param interval from the first to the last missing one
   * @param missing how many in it are missing: all, unless it stands for several gaps
   */
  public record Gap(Interval interval, int missing) {}
}
