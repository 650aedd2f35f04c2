package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.substitute.ComparableDays;
import org.nachbarstrom.metering.substitute.ProfileValues;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Rules about single values and runs of a load profile. What goes over midnight is found on each of
 * its days, cut there.
 */
final class ProfileRules {
  private static final int FEWEST_COMPARABLE_DAYS = 2;

  private final Interval window;
  private final LoadProfile profile;
  private final List<LocalDate> days;
  private final Thresholds thresholds;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Rules.
   *
   * @param values also around the days
   * @param days on which something is looked for
   */
  ProfileRules(ProfileValues values, DateRange days, Thresholds thresholds) {
    this.window = values.window();
    this.profile = values.profile();
    this.days = days.from().datesUntil(days.end().orElseThrow()).toList();
    this.thresholds = thresholds;
  }

  /** What was found, rule by rule. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * Gaps. A day without any value is one if values are known before and after it, each within 35
   * days.
   */
  ProfileRules gaps() {
    for (LocalDate day : days) {
      Slots slots = slots(day);
      if (anything(slots.begin(), slots.end()) || enclosed(day)) {
        gaps(slots);
      }
    }
    return this;
  }

  private boolean enclosed(LocalDate day) {
    return anything(slots(day.minusDays(Reach.DAYS)).begin(), slots(day).begin())
        && anything(slots(day).end(), slots(day.plusDays(Reach.DAYS)).end());
  }

  /** Whether anything was received, usable or not. */
  private boolean anything(int begin, int end) {
    for (int i = Math.max(0, begin); i < Math.min(profile.size(), end); i++) {
      if (profile.quality(i) != ValueQuality.MISSING) {
        return true;
      }
    }
    return false;
  }

  private void gaps(Slots day) {
    int begin = -1;
    for (int i = day.begin(); i <= day.end(); i++) {
      boolean missing = i < day.end() && !profile.usable(i);
      if (missing && begin < 0) {
        begin = i;
      } else if (!missing && begin >= 0) {
        findings.add(new Finding(PlausibilityRule.GAP, between(begin, i), null, null));
        begin = -1;
      }
    }
  }

  /** Values above what can flow in a quarter-hour, where that is known. */
  ProfileRules capacity(MeteringHistory metering) {
    for (LocalDate day : days) {
      metering
          .at(QuantityPeriod.MARKET.of(day).start())
          .flatMap(PointMetering::largestQuarterHourMilliWattHours)
          .ifPresent(limit -> above(day, limit, PlausibilityRule.CONNECTION_CAPACITY));
    }
    return this;
  }

  private void above(LocalDate day, long limit, PlausibilityRule rule) {
    Slots slots = slots(day);
    for (int i = slots.begin(); i < slots.end(); i++) {
      if (profile.usable(i) && profile.energy(i) > limit) {
        findings.add(new Finding(rule, between(i, i + 1), profile.energy(i), limit));
      }
    }
  }

  /** Runs of zeros and of equal values. */
  ProfileRules runs() {
    int begin = 0;
    for (int i = 1; i <= profile.size(); i++) {
      boolean goesOn =
          i < profile.size()
              && profile.usable(i)
              && profile.usable(begin)
              && profile.energy(i) == profile.energy(begin);
      if (!goesOn) {
        run(begin, i);
        begin = i;
      }
    }
    return this;
  }

  private void run(int begin, int end) {
    if (!profile.usable(begin)) {
      return;
    }
    boolean zero = profile.energy(begin) == 0;
    int shortest = zero ? thresholds.zeroRunQuarterHours() : thresholds.flatLineQuarterHours();
    if (end - begin >= shortest) {
      PlausibilityRule rule = zero ? PlausibilityRule.ZERO_RUN : PlausibilityRule.FLAT_LINE;
      for (LocalDate day : days) {
        Slots slots = slots(day);
        int first = Math.max(begin, slots.begin());
        int last = Math.min(end, slots.end());
        if (first < last) {
          findings.add(new Finding(rule, between(first, last), profile.energy(begin), null));
        }
      }
    }
  }

  /** Values far above the largest of at least two comparable days. */
  ProfileRules spikes(ComparableDays comparable) {
    for (LocalDate day : days) {
      Slots slots = slots(day);
      if (anything(slots.begin(), slots.end())) {
        limit(comparable, day).ifPresent(limit -> above(day, limit, PlausibilityRule.SPIKE));
      }
    }
    return this;
  }

  private Optional<Long> limit(ComparableDays comparable, LocalDate day) {
    Interval interval = QuantityPeriod.MARKET.of(day);
    List<LocalDate> nearest = comparable.nearest(interval);
    if (nearest.size() < FEWEST_COMPARABLE_DAYS) {
      return Optional.empty();
    }
    return Optional.of(comparable.largest(interval, nearest))
        .filter(largest -> largest > 0)
        .map(largest -> Math.multiplyExact(largest, (long) thresholds.spikeFactor()));
  }

  private Slots slots(LocalDate day) {
    Interval interval = QuantityPeriod.MARKET.of(day);
    return new Slots(index(interval.start()), index(interval.end()));
  }

  private int index(Instant instant) {
    return Math.toIntExact(
        (instant.getEpochSecond() - window.start().getEpochSecond())
            / Interval.QUARTER_HOUR.toSeconds());
  }

  private Interval between(int begin, int end) {
    return new Interval(
        QuarterHours.plus(window.start(), begin), QuarterHours.plus(window.start(), end));
  }

  /** Quarter-hours of a day, counted from the start of the window. */
  private record Slots(int begin, int end) {}
}
