/** HTTP side of the feature. */
@NullMarked
package org.nachbarstrom.pricing.tariff.rest;

import org.jspecify.annotations.NullMarked;
