@NullMarked
package org.nachbarstrom.metering.series;

import org.jspecify.annotations.NullMarked;
