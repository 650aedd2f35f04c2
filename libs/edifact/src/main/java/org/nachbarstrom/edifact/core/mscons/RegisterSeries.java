package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
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
}
