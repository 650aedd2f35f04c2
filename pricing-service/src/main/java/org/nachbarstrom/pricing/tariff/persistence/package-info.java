/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.pricing.tariff.persistence;

import org.jspecify.annotations.NullMarked;
