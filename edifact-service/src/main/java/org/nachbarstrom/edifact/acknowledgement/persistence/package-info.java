/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.edifact.acknowledgement.persistence;

import org.jspecify.annotations.NullMarked;
