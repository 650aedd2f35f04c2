package org.nachbarstrom.metering.plausibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.substitute.ComparableDays;
import org.nachbarstrom.metering.substitute.ProfileValues;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;

/**
 * All rules for one series: those about single values look at what was delivered, those about sums
 * at what counts.
 */
final class SeriesRules {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.interval().start())
          .thenComparing(Finding::rule)
          .thenComparing(finding -> finding.interval().end());

  private final SeriesKey key;
  private final Evidence evidence;
  private final Thresholds thresholds;

  SeriesRules(SeriesKey key, Evidence evidence, Thresholds thresholds) {
    this.key = key;
    this.evidence = evidence;
    this.thresholds = thresholds;
  }

  /** What is found on the days of the reach, in order of time. */
  List<Finding> findings(Reach reach) {
    Interval window = reach.window();
    SeriesSnapshot counting = evidence.days().counting();
    ProfileValues delivered =
        new ProfileValues(window, evidence.days().delivered().profile(key, window));
    List<Finding> findings =
        new ArrayList<>(
            new ProfileRules(delivered, reach.days(), thresholds)
                .gaps()
                .capacity(evidence.register().metering())
                .runs()
                .spikes(new ComparableDays(delivered))
                .findings());
    findings.addAll(
        new SumRules(
                new ProfileValues(window, counting.profile(key, window)),
                reach.interval(),
                thresholds)
            .advances(evidence.register().readings(), evidence.register().metering())
            .quantities(evidence.quantities())
            .findings());
    findings.addAll(
        new CheckMeterRule(
                new Meters(counting), evidence.register().metering(), thresholds.checkMeter())
            .findings(reach.days()));
    findings.sort(ORDER);
    return findings;
  }

  private final class Meters implements CheckMeterRule.Profiles {
    private final SeriesSnapshot main;
    private final Map<SeriesKey, Map<LocalDate, DayBlock>> others = new HashMap<>();

    Meters(SeriesSnapshot main) {
      this.main = main;
      evidence.checkDays().forEach((point, days) -> others.put(other(point), blocks(days)));
    }

    private SeriesKey other(AccountingPointId point) {
      return new SeriesKey(point, key.direction());
    }

    private static Map<LocalDate, DayBlock> blocks(Map<LocalDate, DayState> days) {
      Map<LocalDate, DayBlock> blocks = new HashMap<>();
      days.forEach((day, state) -> blocks.put(day, state.values()));
      return blocks;
    }

    @Override
    public LoadProfile main(Interval interval) {
      return main.profile(key, interval);
    }

    @Override
    public LoadProfile of(AccountingPointId point, Interval interval) {
      return new SeriesSnapshot(others).profile(other(point), interval);
    }
  }
}
