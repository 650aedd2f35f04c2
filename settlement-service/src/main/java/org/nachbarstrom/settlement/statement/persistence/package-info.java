/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.statement.persistence;

import org.jspecify.annotations.NullMarked;
