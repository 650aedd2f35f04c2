/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.run.persistence;

import org.jspecify.annotations.NullMarked;
