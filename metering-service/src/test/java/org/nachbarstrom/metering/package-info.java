@NullMarked
package org.nachbarstrom.metering;

import org.jspecify.annotations.NullMarked;
