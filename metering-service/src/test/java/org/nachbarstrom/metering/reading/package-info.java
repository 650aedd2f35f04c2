@NullMarked
package org.nachbarstrom.metering.reading;

import org.jspecify.annotations.NullMarked;
