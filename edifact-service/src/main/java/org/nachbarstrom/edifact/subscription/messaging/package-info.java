/** Events of metering. */
@NullMarked
package org.nachbarstrom.edifact.subscription.messaging;

import org.jspecify.annotations.NullMarked;
