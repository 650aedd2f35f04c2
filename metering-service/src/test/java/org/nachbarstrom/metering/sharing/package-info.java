@NullMarked
package org.nachbarstrom.metering.sharing;

import org.jspecify.annotations.NullMarked;
