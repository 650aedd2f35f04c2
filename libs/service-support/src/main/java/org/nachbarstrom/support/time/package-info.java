/** The one clock. */
@NullMarked
package org.nachbarstrom.support.time;

import org.jspecify.annotations.NullMarked;
