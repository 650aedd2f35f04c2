/** Readings, energy quantities and cancellations from events of edifact. */
@NullMarked
package org.nachbarstrom.metering.reading.messaging;

import org.jspecify.annotations.NullMarked;
