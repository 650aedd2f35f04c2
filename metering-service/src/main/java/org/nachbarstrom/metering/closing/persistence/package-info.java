/** Closings in PostgreSQL, and the queue of those to be computed. */
@NullMarked
package org.nachbarstrom.metering.closing.persistence;

import org.jspecify.annotations.NullMarked;
