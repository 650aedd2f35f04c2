@NullMarked
package org.nachbarstrom.metering.retention;

import org.jspecify.annotations.NullMarked;
