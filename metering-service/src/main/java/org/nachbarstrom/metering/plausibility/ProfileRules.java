package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.substitute.ComparableDays;
import org.nachbarstrom.quantities.Interval;

/** Rules about single values and runs of a load profile. */
final class ProfileRules {
  private static final int FEWEST_COMPARABLE_DAYS = 2;

  private final LoadProfile profile;
  private final Thresholds thresholds;
  private final List<Finding> findings = new ArrayList<>();

  ProfileRules(LoadProfile profile, Thresholds thresholds) {
    this.profile = profile;
    this.thresholds = thresholds;
  }

  /** What was found, rule by rule. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Gaps. */
  ProfileRules gaps() {
    profile.gaps().forEach(gap -> findings.add(new Finding(PlausibilityRule.GAP, gap, null, null)));
    return this;
  }

  /** Values above what can flow in a quarter-hour, if that is known. */
  ProfileRules capacity(Optional<Long> largest) {
    largest.ifPresent(limit -> {
      for (int i = 0; i < profile.size(); i++) {
        if (profile.usable(i) && profile.energy(i) > limit) {
          findings.add(
              new Finding(
                  PlausibilityRule.CONNECTION_CAPACITY,
                  between(i, i + 1),
                  profile.energy(i),
                  limit));
        }
      }
    });
    return this;
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
    if (begin >= end || !profile.usable(begin)) {
      return;
    }
    boolean zero = profile.energy(begin) == 0;
    int shortest = zero ? thresholds.zeroRunQuarterHours() : thresholds.flatLineQuarterHours();
    if (end - begin >= shortest) {
      PlausibilityRule rule = zero ? PlausibilityRule.ZERO_RUN : PlausibilityRule.FLAT_LINE;
      findings.add(new Finding(rule, between(begin, end), profile.energy(begin), null));
    }
  }

  /** Values far above the largest of at least two comparable days. */
  ProfileRules spikes(ComparableDays comparable) {
    Optional<LocalDate> day = Optional.empty();
    long limit = Long.MAX_VALUE;
    for (int i = 0; i < profile.size(); i++) {
      LocalDate current = QuantityPeriod.MARKET.dayOf(profile.start(i));
      if (!day.equals(Optional.of(current))) {
        day = Optional.of(current);
        limit = limit(comparable, current);
      }
      if (profile.usable(i) && profile.energy(i) > limit) {
        findings.add(
            new Finding(PlausibilityRule.SPIKE, between(i, i + 1), profile.energy(i), limit));
      }
    }
    return this;
  }

  private long limit(ComparableDays comparable, LocalDate day) {
    Interval interval = QuantityPeriod.MARKET.of(day);
    List<LocalDate> days = comparable.nearest(interval);
    if (days.size() < FEWEST_COMPARABLE_DAYS) {
      return Long.MAX_VALUE;
    }
    long largest = comparable.largest(interval, days);
    return largest == 0
        ? Long.MAX_VALUE
        : Math.multiplyExact(largest, (long) thresholds.spikeFactor());
  }

  private Interval between(int begin, int end) {
    Instant last = profile.start(end - 1);
    return new Interval(profile.start(begin), last.plus(Interval.QUARTER_HOUR));
  }
}
