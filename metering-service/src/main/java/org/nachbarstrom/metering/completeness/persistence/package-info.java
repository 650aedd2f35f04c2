/** Declared points and requests for values in PostgreSQL. */
@NullMarked
package org.nachbarstrom.metering.completeness.persistence;

import org.jspecify.annotations.NullMarked;
