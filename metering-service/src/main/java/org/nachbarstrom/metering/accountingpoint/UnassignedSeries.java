package org.nachbarstrom.metering.accountingpoint;

import java.time.Instant;
import java.time.LocalDate;
import org.nachbarstrom.metering.series.SeriesKey;

/**
 * A series that belongs to no declared accounting point.
 *
 * @param key series
 * @param firstReceivedAt when the first message whose values are kept reached us
 * @param lastReceivedAt when the latest such message reached us
 * @param firstDay first UTC day with values
 * @param lastDay last UTC day with values
 */
public record UnassignedSeries(
    SeriesKey key,
    Instant firstReceivedAt,
    Instant lastReceivedAt,
    LocalDate firstDay,
    LocalDate lastDay) {}
