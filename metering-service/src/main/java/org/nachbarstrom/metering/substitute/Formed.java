package org.nachbarstrom.metering.substitute;

import java.time.LocalDate;
import java.util.List;
import org.nachbarstrom.quantities.Interval;

/** What forming values for a gap came to. */
public sealed interface Formed {
  /** The gap. */
  Interval interval();

  /**
   * Values were formed.
   *
   * @param interval the gap
   * @param milliWattHours energy per quarter-hour in 10⁻⁶ kWh
   * @param method how
   * @param scaled whether they add up to the register advance
   * @param comparableDays local days that were compared with, in order; none for an interpolation
   */
  record Values(
      Interval interval,
      List<Long> milliWattHours,
      SubstitutionMethod method,
      boolean scaled,
      List<LocalDate> comparableDays)
      implements Formed {
    /** Values. */
    public Values {
      milliWattHours = List.copyOf(milliWattHours);
      comparableDays = List.copyOf(comparableDays);
    }
  }

  /**
   * No value can be formed.
   *
   * @param interval the gap
   * @param why what is missing
   */
  record Impossible(Interval interval, Why why) implements Formed {}

  /** What is missing for a substitute. */
  enum Why {
    /** No day of the same kind within four weeks was measured at the times of the gap. */
    NO_COMPARABLE_DAY,
    /** The register advanced by less than the values that are there. */
    ADVANCE_BELOW_VALUES,
    /** The register advanced, but comparable days say that nothing flows. */
    ADVANCE_WITHOUT_SHAPE
  }
}
