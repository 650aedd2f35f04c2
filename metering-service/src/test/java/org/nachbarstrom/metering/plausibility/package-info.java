@NullMarked
package org.nachbarstrom.metering.plausibility;

import org.jspecify.annotations.NullMarked;
