/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.booking.persistence;

import org.jspecify.annotations.NullMarked;
