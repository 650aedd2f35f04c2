/** Communities in PostgreSQL: one set of rows per revision. */
@NullMarked
package org.nachbarstrom.metering.sharing.persistence;

import org.jspecify.annotations.NullMarked;
