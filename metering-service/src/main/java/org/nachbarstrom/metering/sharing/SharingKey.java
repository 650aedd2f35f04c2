package org.nachbarstrom.metering.sharing;

import org.nachbarstrom.quantities.DateRange;

/**
 * How a community shares on some days.
 *
 * @param valid local dates
 * @param method how
 */
public record SharingKey(DateRange valid, KeyMethod method) {}
