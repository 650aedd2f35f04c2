/** Checks and findings in PostgreSQL, thresholds from configuration. */
@NullMarked
package org.nachbarstrom.metering.plausibility.persistence;

import org.jspecify.annotations.NullMarked;
