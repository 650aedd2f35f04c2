package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Energies of one register over a period without gaps, one per quarter-hour, in order. Reactive
 * registers count 10⁻⁶ kvarh the same way.
 */
public final class RegisterSeries {
  private final ObisCode obis;
  private final Interval period;
  private final long[] milliWattHours;
  private final ValueQuality[] qualities;
  private final ValueStatus[] statuses;

  /**
   * A series whose values have no status. The arrays are copied.
   *
   * @param obis the register
   * @param period from the begin of the first to the end of the last quarter-hour
   * @param milliWattHours energies in 10⁻⁶ kWh, not negative, one per quarter-hour
   * @param qualities MEASURED, SUBSTITUTE or PROVISIONAL, one per quarter-hour
   * @throws IllegalArgumentException if the period is not aligned to quarter-hours of UTC, an array
   *     has another length, an energy is negative or a quality is another one
   */
  public static RegisterSeries of(
      ObisCode obis, Interval period, long[] milliWattHours, ValueQuality[] qualities) {
    checkPeriod(obis, period, milliWattHours.length);
    checkValues(obis, milliWattHours, qualities);
    return new RegisterSeries(obis, period, milliWattHours.clone(), qualities.clone());
  }

  /**
   * A series with a status per value, see {@link #of(ObisCode, Interval, long[], ValueQuality[])}.
   *
   * @param statuses one per quarter-hour
   * @throws IllegalArgumentException also if there is another number of statuses
   */
  public static RegisterSeries of(
      ObisCode obis,
      Interval period,
      long[] milliWattHours,
      ValueQuality[] qualities,
      ValueStatus[] statuses) {
    checkPeriod(obis, period, milliWattHours.length);
    checkValues(obis, milliWattHours, qualities);
    if (statuses.length != qualities.length) {
      throw new IllegalArgumentException(
          obis + " has " + qualities.length + " values and " + statuses.length + " statuses");
    }
    return new RegisterSeries(
        obis, period, milliWattHours.clone(), qualities.clone(), statuses.clone());
  }

  private static void checkPeriod(ObisCode obis, Interval period, int count) {
    if (!Interval.isQuarterHour(period.start()) || !Interval.isQuarterHour(period.end())) {
      throw new IllegalArgumentException("not aligned to quarter-hours of UTC: " + period);
    }
    if (period.quarterHours() != count) {
      throw new IllegalArgumentException(
          obis + " has " + count + " values for " + period.quarterHours() + " quarter-hours");
    }
  }

  private static void checkValues(ObisCode obis, long[] milliWattHours, ValueQuality[] qualities) {
    if (milliWattHours.length != qualities.length) {
      throw new IllegalArgumentException(
          obis
              + " has "
              + milliWattHours.length
              + " values and "
              + qualities.length
              + " qualities");
    }
    for (int i = 0; i < milliWattHours.length; i++) {
      if (milliWattHours[i] < 0) {
        throw new IllegalArgumentException(
            obis + " has a negative energy at quarter-hour " + i + ": " + milliWattHours[i]);
      }
      switch (qualities[i]) {
        case MEASURED, SUBSTITUTE, PROVISIONAL -> {}
        case PROPOSED, UNUSABLE, FORECAST, MISSING ->
            throw new IllegalArgumentException(
                obis + " has quality " + qualities[i] + " at quarter-hour " + i);
      }
    }
  }

  /** Takes the arrays over. */
  RegisterSeries(ObisCode obis, Interval period, long[] milliWattHours, ValueQuality[] qualities) {
    this(obis, period, milliWattHours, qualities, new ValueStatus[0]);
  }

  /** Takes the arrays over; without statuses the last one is empty. */
  RegisterSeries(
      ObisCode obis,
      Interval period,
      long[] milliWattHours,
      ValueQuality[] qualities,
      ValueStatus[] statuses) {
    this.obis = obis;
    this.period = period;
    this.milliWattHours = milliWattHours;
    this.qualities = qualities;
    this.statuses = statuses;
  }

  /** The register. */
  public ObisCode obis() {
    return obis;
  }

  /** The period, aligned to quarter-hours of UTC. */
  public Interval period() {
    return period;
  }

  /** Number of quarter-hours. */
  public int size() {
    return milliWattHours.length;
  }

  /** Energy of a quarter-hour (from 0) in 10⁻⁶ kWh, not negative. */
  public long milliWattHours(int index) {
    return milliWattHours[index];
  }

  /** All energies in 10⁻⁶ kWh; a copy. */
  public long[] milliWattHours() {
    return milliWattHours.clone();
  }

  /** Quality of a quarter-hour (from 0): MEASURED, SUBSTITUTE or PROVISIONAL. */
  public ValueQuality quality(int index) {
    return qualities[index];
  }

  /** Status of a quarter-hour (from 0). */
  public ValueStatus status(int index) {
    return statuses.length == 0 ? ValueStatus.NONE : statuses[index];
  }

  /** The qualities in order, run by run; the counts add up to {@link #size}. */
  public List<QualityRun> qualityRuns() {
    List<QualityRun> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= qualities.length; i++) {
      if (i == qualities.length || qualities[i] != qualities[start]) {
        runs.add(new QualityRun(qualities[start], i - start));
        start = i;
      }
    }
    return runs;
  }

  /** Whether both have the same values, qualities and statuses for the same period. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegisterSeries series
        && obis.equals(series.obis)
        && period.equals(series.period)
        && Arrays.equals(milliWattHours, series.milliWattHours)
        && Arrays.equals(qualities, series.qualities)
        && sameStatuses(series);
  }

  private boolean sameStatuses(RegisterSeries other) {
    if (statuses.length == other.statuses.length) {
      return Arrays.equals(statuses, other.statuses);
    }
    ValueStatus[] given = statuses.length > 0 ? statuses : other.statuses;
    return Arrays.stream(given).allMatch(ValueStatus.NONE::equals);
  }

  @Override
  public int hashCode() {
    return Objects.hash(obis, period, Arrays.hashCode(milliWattHours));
  }

  @Override
  public String toString() {
    return obis + " " + period + " with " + size() + " values";
  }
}
