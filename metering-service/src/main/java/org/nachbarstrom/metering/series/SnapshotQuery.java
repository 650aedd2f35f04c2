package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.util.Set;
import org.nachbarstrom.quantities.Interval;

/**
 * Asks for values as they were known.
 *
 * @param keys series
 * @param interval values of every UTC day it touches are read
 * @param asKnownAt a frozen snapshot instant
 */
public record SnapshotQuery(Set<SeriesKey> keys, Interval interval, Instant asKnownAt) {}
