@NullMarked
package org.nachbarstrom.metering.metered;

import org.jspecify.annotations.NullMarked;
