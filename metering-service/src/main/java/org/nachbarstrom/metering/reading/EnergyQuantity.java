package org.nachbarstrom.metering.reading;

import java.math.BigDecimal;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Energy of a period, or the maximum of power in it.
 *
 * @param obis the register as sent; type 6 is a maximum
 * @param value exact, in kWh, for a maximum kW; negative only for corrections
 * @param quality of the value
 * @param period when
 * @param status what else was said, with what the quantity rests on
 */
public record EnergyQuantity(
    ObisCode obis,
    BigDecimal value,
    ValueQuality quality,
    QuantityPeriod period,
    ValueStatus status) {
  private static final int MAXIMUM = 6;

  /** Whether it is a maximum of power in kW, not an energy in kWh. */
  public boolean isMaximum() {
    return obis.type() == MAXIMUM;
  }
}
