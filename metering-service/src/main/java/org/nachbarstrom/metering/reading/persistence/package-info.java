/** Documents in PostgreSQL. */
@NullMarked
package org.nachbarstrom.metering.reading.persistence;

import org.jspecify.annotations.NullMarked;
