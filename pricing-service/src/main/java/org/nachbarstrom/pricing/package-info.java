/** Prices quantities: tariffs, contracts and ratings. */
@NullMarked
package org.nachbarstrom.pricing;

import org.jspecify.annotations.NullMarked;
