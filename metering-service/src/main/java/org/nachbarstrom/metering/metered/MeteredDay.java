package org.nachbarstrom.metering.metered;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.quantities.ValueQuality;

/** A UTC day of an accounting point, into which values of its metering point are taken. */
final class MeteredDay {
  private final LocalDate day;
  private final long[] energies;
  private final @Nullable ValueQuality[] qualities;
  private final List<ValueStatus> statuses;
  private final List<Optional<MeteringPointId>> lenders =
      new ArrayList<>(Collections.nCopies(QuarterHours.PER_UTC_DAY, Optional.empty()));
  private boolean changed;

  MeteredDay(DayBlock own) {
    day = own.day();
    energies = own.energies();
    qualities = own.qualities();
    statuses =
        new ArrayList<>(
            IntStream.range(0, QuarterHours.PER_UTC_DAY).mapToObj(own::status).toList());
  }

  /** Takes the metering point's value of the slot if it is usable and the own one is not. */
  void offer(int slot, MeteringPointId meteringPoint, DayBlock other) {
    if (other.holds(slot) && usable(other.quality(slot)) && !usable(qualities[slot])) {
      energies[slot] = other.energy(slot);
      qualities[slot] = other.quality(slot);
      statuses.set(slot, other.status(slot));
      lenders.set(slot, Optional.of(meteringPoint));
      changed = true;
    }
  }

  /** Whether anything was taken. */
  boolean changed() {
    return changed;
  }

  DayBlock block() {
    return DayBlock.of(day, energies, qualities).withStatuses(statuses);
  }

  /** Per slot the metering point whose value was taken. */
  List<Optional<MeteringPointId>> lenders() {
    return lenders;
  }

  private static boolean usable(@Nullable ValueQuality quality) {
    return quality != null && (quality.billable() || quality.provisional());
  }
}
