@NullMarked
package org.nachbarstrom.metering.series.messaging;

import org.jspecify.annotations.NullMarked;
