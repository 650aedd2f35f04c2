package org.nachbarstrom.metering.series;

import java.util.List;
import java.util.Map;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * Values of one message for one accounting point.
 *
 * @param accountingPoint where they were metered, declared or not
 * @param origin the message
 * @param blocks day blocks per direction; at most one per UTC day
 */
public record Delivery(
    AccountingPointId accountingPoint,
    Origin origin,
    Map<EnergyDirection, List<DayBlock>> blocks) {}
