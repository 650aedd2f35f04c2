/** AMQP side of the feature. */
@NullMarked
package org.nachbarstrom.pricing.rating.messaging;

import org.jspecify.annotations.NullMarked;
