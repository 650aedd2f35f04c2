@NullMarked
package org.nachbarstrom.metering.series.persistence;

import org.jspecify.annotations.NullMarked;
