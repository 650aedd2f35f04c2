/** Runs and deletion in PostgreSQL, and how long values are kept as configured. */
@NullMarked
package org.nachbarstrom.metering.erasure.persistence;

import org.jspecify.annotations.NullMarked;
