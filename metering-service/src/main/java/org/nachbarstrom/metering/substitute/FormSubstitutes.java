package org.nachbarstrom.metering.substitute;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.quantities.Interval;

/** Forms values for gaps of a series. */
final class FormSubstitutes {
  /** Two hours. */
  static final int LONGEST_INTERPOLATION = 8;

  private final ComparableDays.Values values;
  private final ComparableDays comparableDays;

  FormSubstitutes(ComparableDays.Values values) {
    this.values = values;
    this.comparableDays = new ComparableDays(values);
  }

  /**
   * Values for a gap: up to two hours between two usable values on the straight line between them,
   * otherwise by comparable days.
   */
  Formed form(Gap gap) {
    Interval interval = gap.interval();
    boolean enclosed = usable(QuarterHours.plus(interval.start(), -1)) && usable(interval.end());
    return interval.quarterHours() <= LONGEST_INTERPOLATION && enclosed
        ? interpolated(interval)
        : compared(gap);
  }

  private boolean usable(Instant start) {
    return values.quality(start).billable();
  }

  /**
   * With a before, b after and n values between them the j-th is a + (b − a)·j/(n + 1), so they
   * weigh a·(n + 1 − j) + b·j and sum up to n·(a + b)/2. Example: 30, (40, 50, 60), 70.
   */
  private Formed interpolated(Interval gap) {
    int size = gap.quarterHours();
    long before = values.energy(QuarterHours.plus(gap.start(), -1));
    long after = values.energy(gap.end());
    long[] weights = new long[size];
    for (int j = 1; j <= size; j++) {
      weights[j - 1] =
          Math.addExact(
              Math.multiplyExact(before, (long) size + 1 - j), Math.multiplyExact(after, (long) j));
    }
    long total =
        Shares.rounded(
            BigInteger.valueOf(Math.multiplyExact(size, Math.addExact(before, after))), 2);
    return new Formed.Values(
        gap, boxed(Shares.of(total, weights)), SubstitutionMethod.INTERPOLATION, false, List.of());
  }

  /**
   * Per local day of the gap the mean of its comparable days; if the advance is known, all of it is
   * scaled to that.
   */
  private Formed compared(Gap gap) {
    List<long[]> means = new ArrayList<>();
    TreeSet<LocalDate> used = new TreeSet<>();
    for (Interval day : byLocalDay(gap.interval())) {
      List<LocalDate> days = comparableDays.nearest(day);
      if (days.isEmpty()) {
        return new Formed.Impossible(gap.interval(), Formed.Why.NO_COMPARABLE_DAY);
      }
      long[] sums = comparableDays.sums(day, days);
      means.add(Shares.of(Shares.rounded(sum(sums), days.size()), sums));
      used.addAll(days);
    }
    long[] formed = means.stream().flatMapToLong(Arrays::stream).toArray();
    Long advance = gap.advanceMilliWattHours();
    if (advance == null) {
      return byComparableDays(gap, formed, used);
    }
    if (advance < 0) {
      return new Formed.Impossible(gap.interval(), Formed.Why.ADVANCE_BELOW_VALUES);
    }
    if (advance > 0 && sum(formed).signum() == 0) {
      return new Formed.Impossible(gap.interval(), Formed.Why.ADVANCE_WITHOUT_SHAPE);
    }
    return byComparableDays(gap, Shares.of(advance, formed), used);
  }

  private static Formed byComparableDays(Gap gap, long[] formed, Set<LocalDate> used) {
    return new Formed.Values(
        gap.interval(),
        boxed(formed),
        SubstitutionMethod.COMPARABLE_DAYS,
        gap.advanceMilliWattHours() != null,
        List.copyOf(used));
  }

  private static List<Interval> byLocalDay(Interval gap) {
    List<Interval> parts = new ArrayList<>();
    Instant start = gap.start();
    while (start.isBefore(gap.end())) {
      Interval day = QuantityPeriod.MARKET.of(QuantityPeriod.MARKET.dayOf(start));
      Instant end = day.end().isBefore(gap.end()) ? day.end() : gap.end();
      parts.add(new Interval(start, end));
      start = end;
    }
    return parts;
  }

  private static BigInteger sum(long[] values) {
    return Arrays.stream(values)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static List<Long> boxed(long[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
