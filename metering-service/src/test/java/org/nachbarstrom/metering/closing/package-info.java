@NullMarked
package org.nachbarstrom.metering.closing;

import org.jspecify.annotations.NullMarked;
