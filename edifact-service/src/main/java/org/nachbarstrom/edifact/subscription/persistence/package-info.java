/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.edifact.subscription.persistence;

import org.jspecify.annotations.NullMarked;
