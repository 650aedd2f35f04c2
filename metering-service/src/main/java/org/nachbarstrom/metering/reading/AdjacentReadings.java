package org.nachbarstrom.metering.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Makes energy per quarter-hour of readings of one register (Zählerstandsgang, MsbG § 2 No. 27):
 * the advance between two readings of one meter at the begin and at the end of the quarter-hour.
 * Anything else stays a gap: readings farther apart, an advance that is negative without a
 * plausible overflow, a change of the meter.
 */
final class AdjacentReadings {
  private static final List<ValueQuality> FROM_GOOD_TO_BAD =
      List.of(
          ValueQuality.MEASURED,
          ValueQuality.SUBSTITUTE,
          ValueQuality.PROVISIONAL,
          ValueQuality.PROPOSED,
          ValueQuality.FORECAST,
          ValueQuality.UNUSABLE,
          ValueQuality.MISSING);

  private AdjacentReadings() {}

  /**
   * Energy by the start of its quarter-hour.
   *
   * @param readings of one register, in any order
   * @param metering how it is metered
   */
  static Map<Instant, QuarterHourEnergy> energies(
      List<KnownReading> readings, MeteringHistory metering) {
    Map<Instant, QuarterHourEnergy> energies = new TreeMap<>();
    Set<Instant> ambiguous = new HashSet<>();
    for (List<KnownReading> meter : byMeter(readings)) {
      for (int i = 1; i < meter.size(); i++) {
        KnownReading from = meter.get(i - 1);
        QuarterHourEnergy energy = energy(from, meter.get(i), metering);
        if (energy != null && energies.put(from.reading().at(), energy) != null) {
          ambiguous.add(from.reading().at());
        }
      }
    }
    // Two meters cannot both have metered the same quarter-hour.
    energies.keySet().removeAll(ambiguous);
    return energies;
  }

  private static Collection<List<KnownReading>> byMeter(List<KnownReading> readings) {
    return readings.stream()
        .filter(AdjacentReadings::bounds)
        .sorted(Comparator.comparing((KnownReading known) -> known.reading().at()))
        .collect(
            Collectors.groupingBy(KnownReading::deviceNumber, TreeMap::new, Collectors.toList()))
        .values();
  }

  /** One read in between takes nothing away, unless what is metered changed then. */
  private static boolean bounds(KnownReading known) {
    return Interval.isQuarterHour(known.reading().at()) || known.reading().changedAt() != null;
  }

  private static @Nullable QuarterHourEnergy energy(
      KnownReading from, KnownReading to, MeteringHistory metering) {
    Instant start = from.reading().at();
    if (!Interval.isQuarterHour(start)
        || !start.plus(Interval.QUARTER_HOUR).equals(to.reading().at())
        || changesUnknownMeter(from)
        || changesUnknownMeter(to)) {
      return null;
    }
    ValueQuality quality = worse(from.reading().quality(), to.reading().quality());
    return metering
        .at(start)
        .flatMap(then ->
            RegisterAdvance.milliWattHours(from.reading().value(), to.reading().value(), then, 1))
        .map(energy -> new QuarterHourEnergy(energy, quality))
        .orElse(null);
  }

  /** Without a device number nobody knows which meter a reading at its change belongs to. */
  private static boolean changesUnknownMeter(KnownReading known) {
    return known.deviceNumber().isEmpty() && known.reading().changedAt() != null;
  }

  private static ValueQuality worse(ValueQuality one, ValueQuality other) {
    return FROM_GOOD_TO_BAD.indexOf(one) > FROM_GOOD_TO_BAD.indexOf(other) ? one : other;
  }

  /**
   * Energy of a quarter-hour.
   *
   * @param milliWattHours in 10⁻⁶ kWh
   * @param quality the worse one of both readings
   */
  record QuarterHourEnergy(long milliWattHours, ValueQuality quality) {}
}
