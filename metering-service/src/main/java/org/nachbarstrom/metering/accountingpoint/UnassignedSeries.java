package org.nachbarstrom.metering.accountingpoint;

import java.time.Instant;
import java.time.LocalDate;
import org.nachbarstrom.metering.series.SeriesKey;

/**
 * A series that belongs to no declared accounting point.
 *
 * @param key series
 * @param firstReceivedAt when its first message reached us
 * @param lastReceivedAt when its latest message reached us
 * @param firstDay first UTC day with values
 * @param lastDay last UTC day with values
 */
public record UnassignedSeries(
    SeriesKey key,
    Instant firstReceivedAt,
    Instant lastReceivedAt,
    LocalDate firstDay,
    LocalDate lastDay) {}
