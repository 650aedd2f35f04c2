/** Sends {@code edifact.time-series-received.v1}. */
@NullMarked
package org.nachbarstrom.edifact.mscons.messaging;

import org.jspecify.annotations.NullMarked;
