/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.party.persistence;

import org.jspecify.annotations.NullMarked;
