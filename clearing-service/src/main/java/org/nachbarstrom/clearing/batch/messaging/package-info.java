/** Batches in and their fate out as events. */
@NullMarked
package org.nachbarstrom.clearing.batch.messaging;

import org.jspecify.annotations.NullMarked;
