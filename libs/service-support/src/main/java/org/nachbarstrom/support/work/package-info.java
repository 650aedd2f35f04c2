/** Background steps and computations beside the event loop. */
@NullMarked
package org.nachbarstrom.support.work;

import org.jspecify.annotations.NullMarked;
