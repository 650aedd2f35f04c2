/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.edifact.dispatch.persistence;

import org.jspecify.annotations.NullMarked;
