package org.nachbarstrom.metering.series;

/**
 * What one delivery brought of a UTC day: the values that counted when they came. Nothing is
 * overwritten; what counts now is what the versions up to the last hold, the later over the
 * earlier.
 *
 * @param number from 1, by day and in the order of recording
 * @param origin of the delivery
 * @param counted its values that counted more than what was there; energies are not kept for a
 *     confirmation
 * @param confirms whether nothing was new but the origin: the same energies, qualities and statuses
 *     were sent again
 */
public record DayVersion(int number, Origin origin, DayBlock counted, boolean confirms) {}
