package org.nachbarstrom.metering.series;

/**
 * What one delivery brought of a UTC day. Nothing is overwritten; what counts of a quarter-hour is
 * what the latest origin says of it, in whatever version that came.
 *
 * @param number from 1, by day and in the order of recording
 * @param origin of the delivery
 * @param values what it says; energies are not kept for a confirmation
 * @param confirms whether nothing was new but the origin: the same energies, qualities and statuses
 *     were sent again
 */
public record DayVersion(int number, Origin origin, DayBlock values, boolean confirms) {}
