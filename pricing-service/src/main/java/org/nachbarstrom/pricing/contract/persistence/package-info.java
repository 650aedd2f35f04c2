/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.pricing.contract.persistence;

import org.jspecify.annotations.NullMarked;
