package org.nachbarstrom.metering.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.RegisterState.Counts;
import org.nachbarstrom.metering.reading.RegisterState.Missing;
import org.nachbarstrom.metering.reading.RegisterState.Reason;
import org.nachbarstrom.metering.reading.RegisterState.Shown;

/**
 * Finds what registers of one object showed at an instant: the reading of that moment, or the last
 * valid one before if it is not older than allowed (Aktualität) and the same meter is still there.
 */
final class LastValidReadings {
  private final Instant at;
  private final Duration maxAge;

  /**
   * Looks at one instant.
   *
   * @param maxAge greatest age, inclusive; zero: only a reading of the instant counts
   */
  LastValidReadings(Instant at, Duration maxAge) {
    this.at = at;
    this.maxAge = maxAge;
  }

  /**
   * State of each register of each meter, in the order of registers and meters.
   *
   * @param readings of one object that count, none after the instant: of each register of each
   *     meter at least its first, and by quality its last of a change and its last other one
   */
  List<RegisterState> states(List<KnownReading> readings) {
    Map<String, List<KnownReading>> registers =
        readings.stream()
            .filter(known -> !known.reading().at().isAfter(at))
            .collect(
                Collectors.groupingBy(
                    known -> Registers.name(known.reading().obis()),
                    TreeMap::new,
                    Collectors.toList()));
    return registers.entrySet().stream()
        .flatMap(register -> meters(register.getKey(), register.getValue()).stream())
        .toList();
  }

  private List<RegisterState> meters(String register, List<KnownReading> readings) {
    return readings.stream()
        .collect(
            Collectors.groupingBy(KnownReading::deviceNumber, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(meter ->
            new RegisterState(
                meter.getValue().getFirst().object(),
                meter.getKey(),
                register,
                shown(meter.getValue(), readings)))
        .toList();
  }

  private Shown shown(List<KnownReading> ofMeter, List<KnownReading> ofRegister) {
    Optional<KnownReading> lastValid =
        ofMeter.stream()
            .filter(LastValidReadings::valid)
            .max(Comparator.comparing(known -> known.reading().at()));
    if (lastValid.isEmpty()) {
      return new Missing(Reason.UNUSABLE, null);
    }
    KnownReading last = lastValid.get();
    Duration age = Duration.between(last.reading().at(), at);
    if (age.isZero()) {
      return new Counts(last, age);
    }
    if (changedSince(last, ofRegister)) {
      return new Missing(Reason.METER_CHANGED, last.reading().at());
    }
    return age.compareTo(maxAge) > 0
        ? new Missing(Reason.TOO_OLD, last.reading().at())
        : new Counts(last, age);
  }

  private static boolean valid(KnownReading known) {
    return known.reading().quality().billable() || known.reading().quality().provisional();
  }

  private boolean changedSince(KnownReading last, List<KnownReading> ofRegister) {
    boolean first = firstOfMeter(last, ofRegister);
    boolean endsAtChange =
        last.reading().changedAt() != null && (!first || last.deviceNumber().isEmpty());
    return endsAtChange
        || ofRegister.stream()
            .filter(other -> !other.equals(last))
            .anyMatch(other ->
                other.deviceNumber().equals(last.deviceNumber())
                    ? changedAfter(last, other, firstOfMeter(other, ofRegister))
                    : replaces(other, last, first && !firstOfMeter(other, ofRegister)));
  }

  /** Whether the other reading of the same meter tells of a change after the last one. */
  private boolean changedAfter(KnownReading last, KnownReading other, boolean otherIsFirst) {
    Instant changed = other.reading().changedAt();
    if (changed == null) {
      return false;
    }
    // What counts from midnight on may have been read at a change in the course of the day.
    return other.reading().at().isAfter(last.reading().at())
        || (!otherIsFirst && changed.isAfter(last.reading().at()) && !changed.isAfter(at));
  }

  /**
   * Whether the reading of another meter tells that it came after the meter of the last one.
   *
   * @param lastBegins whether the last one is the first of its meter and the other is not
   */
  private static boolean replaces(KnownReading other, KnownReading last, boolean lastBegins) {
    int order = other.reading().at().compareTo(last.reading().at());
    return order > 0 || (order == 0 && !lastBegins);
  }

  private static boolean firstOfMeter(KnownReading known, List<KnownReading> ofRegister) {
    return ofRegister.stream()
        .filter(other -> other.deviceNumber().equals(known.deviceNumber()))
        .noneMatch(other -> other.reading().at().isBefore(known.reading().at()));
  }
}
