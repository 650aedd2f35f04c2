/** Announces substitutes by {@code metering.substitutes-made.v1}. */
@NullMarked
package org.nachbarstrom.metering.substitute.messaging;

import org.jspecify.annotations.NullMarked;
