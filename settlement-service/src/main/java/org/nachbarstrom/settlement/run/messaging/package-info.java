/** AMQP side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.run.messaging;

import org.jspecify.annotations.NullMarked;
