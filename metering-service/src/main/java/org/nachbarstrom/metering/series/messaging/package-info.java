/** Series from {@code edifact.time-series-received.v1}. */
@NullMarked
package org.nachbarstrom.metering.series.messaging;

import org.jspecify.annotations.NullMarked;
