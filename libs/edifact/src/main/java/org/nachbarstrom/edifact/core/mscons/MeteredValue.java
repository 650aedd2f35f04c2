package org.nachbarstrom.edifact.core.mscons;

import java.math.BigDecimal;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * One value of SG10.
 *
 * @param number the number, exact
 * @param unit QTY 6411; empty where the unit follows from the OBIS code: kWh (x.29.0 per interval,
 *     x.8.e as register reading, x.9.e), kW (x.6.0)
 * @param code QTY 6063 as sent
 * @param quality what the code says about the value; MEASURED for codes that say nothing of it (79,
 *     Z31, Z47)
 * @param time when it holds
 * @param status its status
 */
public record MeteredValue(
    BigDecimal number,
    String unit,
    String code,
    ValueQuality quality,
    ValueTime time,
    ValueStatus status) {}
