@NullMarked
package org.nachbarstrom.metering.comparison;

import org.jspecify.annotations.NullMarked;
