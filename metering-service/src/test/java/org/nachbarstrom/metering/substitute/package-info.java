@NullMarked
package org.nachbarstrom.metering.substitute;

import org.jspecify.annotations.NullMarked;
