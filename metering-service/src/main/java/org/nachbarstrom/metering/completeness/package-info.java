/**
 * Which quarter-hour values are there and which are missing, point by point and day by day, and
 * when missing ones were asked for.
 *
 * <p>Owns: the count against the calendar, the log of requests for values. Does not own: values,
 * declared points, communities, how a sender is asked.
 *
 * <p>Invariants: on a day on which a point is declared, exists and has the direction, 92, 96 or 100
 * values are expected, on any other none; {@code expected = present + missing}; a request is never
 * changed.
 *
 * <p>Times: local days of the market or of the community asked for. The values of a day are due in
 * the course of the following day (MsbG § 60 (3): the metering operator sends the series of the
 * previous day daily), so what is missing is overdue from the end of that day on.
 */
@NullMarked
package org.nachbarstrom.metering.completeness;

import org.jspecify.annotations.NullMarked;
