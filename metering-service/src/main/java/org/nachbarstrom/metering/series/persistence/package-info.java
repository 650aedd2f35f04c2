/** Day blocks in PostgreSQL: one row per series, UTC day and version. */
@NullMarked
package org.nachbarstrom.metering.series.persistence;

import org.jspecify.annotations.NullMarked;
