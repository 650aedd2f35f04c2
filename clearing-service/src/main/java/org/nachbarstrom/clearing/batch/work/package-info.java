/**
 * The loop that posts what was received.
 */
@NullMarked
package org.nachbarstrom.clearing.batch.work;

import org.jspecify.annotations.NullMarked;
