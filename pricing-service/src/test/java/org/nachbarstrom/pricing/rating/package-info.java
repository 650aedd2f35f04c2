@NullMarked
package org.nachbarstrom.pricing.rating;

import org.jspecify.annotations.NullMarked;
