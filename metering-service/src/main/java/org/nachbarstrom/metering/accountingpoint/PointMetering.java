package org.nachbarstrom.metering.accountingpoint;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.MeteringPointId;

/**
 * How an accounting point is metered.
 *
 * @param accountingPoint which
 * @param meteringPoint where its meter is; absent: not known. A metering point meters at most one
 *     accounting point per direction
 * @param transformerFactor what readings of its registers are multiplied by (Wandlerfaktor), at
 *     least 1
 * @param registerDigits digits of its registers before the decimal mark, after which they begin at
 *     0 again, 3 to 12; absent: not known
 * @param connectionCapacityWatts most power that can flow, at least 1; absent: not known
 * @param from first local day in the zone of the market on which it is so, for example when a
 *     transformer was exchanged; absent: always
 * @param readingMaxAge up to which age, inclusive, the last valid reading may stand in for one that
 *     is missing in a snapshot of its registers (Aktualität), whole seconds, at most 366 days;
 *     absent: none may. Energies of intervals never come from readings that stand in
 * @param checkPoint accounting or metering point whose series is held against this one's
 *     (Vergleichszähler), another point; absent: none
 */
public record PointMetering(
    AccountingPointId accountingPoint,
    @Nullable MeteringPointId meteringPoint,
    int transformerFactor,
    @Nullable Integer registerDigits,
    @Nullable Long connectionCapacityWatts,
    @Nullable LocalDate from,
    @Nullable Duration readingMaxAge,
    @Nullable AccountingPointId checkPoint) {
  private static final int FEWEST_DIGITS = 3;
  private static final int MOST_DIGITS = 12;
  private static final int LARGEST_FACTOR = 1_000_000;
  private static final long LARGEST_WATTS = 1_000_000_000_000L;
  private static final Duration OLDEST = Duration.ofDays(366);
  private static final long QUARTER_HOURS_PER_HOUR = 4;
  private static final long MILLI = 1_000;

  /**
   * A metering.
   *
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public PointMetering {
    if (transformerFactor < 1 || transformerFactor > LARGEST_FACTOR) {
      throw new IllegalArgumentException("a transformer factor lies between 1 and 1000000");
    }
    if (registerDigits != null
        && (registerDigits < FEWEST_DIGITS || registerDigits > MOST_DIGITS)) {
      throw new IllegalArgumentException("a register has 3 to 12 digits");
    }
    if (connectionCapacityWatts != null
        && (connectionCapacityWatts < 1 || connectionCapacityWatts > LARGEST_WATTS)) {
      throw new IllegalArgumentException("a connection has 1 W to 1 TW");
    }
    if (readingMaxAge != null) {
      requireAge(readingMaxAge);
    }
    requireOther(accountingPoint, checkPoint);
  }

  private static void requireOther(
      AccountingPointId accountingPoint, @Nullable AccountingPointId checkPoint) {
    if (accountingPoint.equals(checkPoint)) {
      throw new IllegalArgumentException("a point is not its own check point");
    }
  }

  private static void requireAge(Duration maxAge) {
    boolean wholeSeconds = maxAge.truncatedTo(ChronoUnit.SECONDS).equals(maxAge);
    if (!wholeSeconds || !maxAge.isPositive() || maxAge.compareTo(OLDEST) > 0) {
      throw new IllegalArgumentException("a reading stands in for 1 second to 366 days");
    }
  }

  /** A metering that always was as it is. */
  public PointMetering(
      AccountingPointId accountingPoint,
      @Nullable MeteringPointId meteringPoint,
      int transformerFactor,
      @Nullable Integer registerDigits,
      @Nullable Long connectionCapacityWatts) {
    this(
        accountingPoint,
        meteringPoint,
        transformerFactor,
        registerDigits,
        connectionCapacityWatts,
        null,
        null,
        null);
  }

  /** A point about whose metering nothing is known. */
  public static PointMetering unknown(AccountingPointId accountingPoint) {
    return new PointMetering(accountingPoint, null, 1, null, null);
  }

  /** Most energy that can flow in a quarter-hour, in 10⁻⁶ kWh, if the capacity is known. */
  public Optional<Long> largestQuarterHourMilliWattHours() {
    return Optional.ofNullable(connectionCapacityWatts)
        .map(watts -> watts * MILLI / QUARTER_HOURS_PER_HOUR);
  }
}
