@NullMarked
package org.nachbarstrom.metering.completeness;

import org.jspecify.annotations.NullMarked;
