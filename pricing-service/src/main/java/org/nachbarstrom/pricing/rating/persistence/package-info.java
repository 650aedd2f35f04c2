/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.pricing.rating.persistence;

import org.jspecify.annotations.NullMarked;
