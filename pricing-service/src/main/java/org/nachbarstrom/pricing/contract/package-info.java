/**
 * Which tariff prices which accounting point on which day.
 *
 * <p>Invariants: at most one tariff per point and day; replaced assignments stay on record.
 */
@NullMarked
package org.nachbarstrom.pricing.contract;

import org.jspecify.annotations.NullMarked;
