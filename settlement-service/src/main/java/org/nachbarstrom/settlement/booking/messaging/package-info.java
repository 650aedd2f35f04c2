/** AMQP side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.booking.messaging;

import org.jspecify.annotations.NullMarked;
