package org.nachbarstrom.metering.reading;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot may say of one register of one meter.
 *
 * @param object where the meter is
 * @param deviceNumber number of the meter; empty if not said
 * @param register as {@link Registers#name} has it
 * @param shown what it showed, or why that is not known
 */
public record RegisterState(
    MeteredObject object, String deviceNumber, String register, Shown shown) {
  /** What a register showed at the instant of the snapshot. */
  public sealed interface Shown {}

  /**
   * A reading counts.
   *
   * @param known the reading; its value is what the register showed, not multiplied by anything
   * @param age how long before the snapshot it is of; zero if it is of that very moment
   */
  public record Counts(DocumentStore.KnownReading known, Duration age) implements Shown {
    /** Whether it stands in for a reading of the moment itself. */
    public boolean standsIn() {
      return !age.isZero();
    }
  }

  /**
   * No reading counts.
   *
   * @param reason why
   * @param lastValidAt moment of the last valid reading before, if there is one
   */
  public record Missing(Reason reason, @Nullable Instant lastValidAt) implements Shown {}

  /** Why no reading counts. */
  public enum Reason {
    /** Nothing was read in the days that were searched. */
    NONE,
    /** Only readings of a quality that nothing may rest on are there. */
    UNUSABLE,
    /** The meter was changed after the last valid reading, or nobody can tell whether it was. */
    METER_CHANGED,
    /** The last valid reading is older than the metering of the point allows. */
    TOO_OLD
  }
}
