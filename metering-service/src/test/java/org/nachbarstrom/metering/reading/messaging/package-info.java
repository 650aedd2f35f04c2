@NullMarked
package org.nachbarstrom.metering.reading.messaging;

import org.jspecify.annotations.NullMarked;
