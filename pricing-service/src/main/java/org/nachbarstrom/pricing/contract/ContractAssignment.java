package org.nachbarstrom.pricing.contract;

import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.quantities.DateRange;

/**
 * A tariff that prices a point from when to when.
 *
 * @param valid local dates, end exclusive or open
 */
public record ContractAssignment(TariffId tariff, DateRange valid) {}
