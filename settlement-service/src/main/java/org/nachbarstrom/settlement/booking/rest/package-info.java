/** HTTP side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.booking.rest;

import org.jspecify.annotations.NullMarked;
