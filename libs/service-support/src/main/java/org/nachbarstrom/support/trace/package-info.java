/** Carrying a W3C trace through stored work. */
@NullMarked
package org.nachbarstrom.support.trace;

import org.jspecify.annotations.NullMarked;
