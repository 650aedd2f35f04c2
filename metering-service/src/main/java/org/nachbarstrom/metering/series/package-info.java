/**
 * Every meter value ever received.
 *
 * <p>Owns: quarter-hour values by accounting point, direction and UTC day, with the message each
 * came in and when it was recorded. Does not own: whether the accounting point is declared, what
 * values are used for.
 *
 * <p>Invariants: nothing is overwritten, a changed day is a new version; per quarter-hour the value
 * of the latest message counts (message time, then receipt, then reference), whatever the order and
 * however often messages are delivered; energies are not negative.
 *
 * <p>Times: quarter-hours of UTC, half-open; a day block is a UTC day of 96 slots, so that clock
 * changes and time zones of communities do not exist here.
 */
@NullMarked
package org.nachbarstrom.metering.series;

import org.jspecify.annotations.NullMarked;
