/** HTTP side of the feature. */
@NullMarked
package org.nachbarstrom.pricing.rating.rest;

import org.jspecify.annotations.NullMarked;
