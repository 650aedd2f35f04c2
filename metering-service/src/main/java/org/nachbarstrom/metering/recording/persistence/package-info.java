/** Recording instants from PostgreSQL: advisory locks and the horizon that is frozen already. */
@NullMarked
package org.nachbarstrom.metering.recording.persistence;

import org.jspecify.annotations.NullMarked;
