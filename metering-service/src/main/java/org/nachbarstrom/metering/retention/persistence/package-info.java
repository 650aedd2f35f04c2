/** Horizons and holds in PostgreSQL. */
@NullMarked
package org.nachbarstrom.metering.retention.persistence;

import org.jspecify.annotations.NullMarked;
