/** The events of a closing version. */
@NullMarked
package org.nachbarstrom.metering.closing.messaging;

import org.jspecify.annotations.NullMarked;
