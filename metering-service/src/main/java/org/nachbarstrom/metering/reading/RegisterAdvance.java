package org.nachbarstrom.metering.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.nachbarstrom.metering.accountingpoint.PointMetering;

/** Energy between two readings of one register of one meter. */
public final class RegisterAdvance {
  private static final int MILLI_WATT_HOUR_SCALE = 6;

  private RegisterAdvance() {}

  /**
   * Energy in 10⁻⁶ kWh: the difference of the readings times the transformer factor, which is
   * applied once. A register that begins again at 0 is only reckoned with if its width is known and
   * the result is not more than what can flow. Example: 6 digits, factor 1, from 999 990 kWh to 15
   * kWh are 25 kWh.
   *
   * @param from reading at the begin, in kWh
   * @param to reading at the end, in kWh
   * @param metering how the point is metered
   * @param quarterHours between the readings, at least 1
   * @return nothing if the advance is negative without a plausible overflow, or has more places
   *     than energy is counted in
   */
  public static Optional<Long> milliWattHours(
      BigDecimal from, BigDecimal to, PointMetering metering, long quarterHours) {
    BigDecimal difference = to.subtract(from);
    if (difference.signum() >= 0) {
      return energy(difference, metering);
    }
    if (metering.registerDigits() == null) {
      return Optional.empty();
    }
    BigDecimal overflown = difference.add(BigDecimal.TEN.pow(metering.registerDigits()));
    return overflown.signum() < 0
        ? Optional.empty()
        : energy(overflown, metering).filter(energy -> plausible(energy, metering, quarterHours));
  }

  private static Optional<Long> energy(BigDecimal kilowattHours, PointMetering metering) {
    BigDecimal milliWattHours =
        kilowattHours
            .multiply(BigDecimal.valueOf(metering.transformerFactor()))
            .movePointRight(MILLI_WATT_HOUR_SCALE);
    try {
      return Optional.of(milliWattHours.setScale(0, RoundingMode.UNNECESSARY).longValueExact());
    } catch (ArithmeticException tooFineOrLarge) {
      return Optional.empty();
    }
  }

  private static boolean plausible(long energy, PointMetering metering, long quarterHours) {
    return metering
        .largestQuarterHourMilliWattHours()
        .map(largest -> Math.ceilDiv(energy, quarterHours) <= largest)
        .orElse(false);
  }
}
