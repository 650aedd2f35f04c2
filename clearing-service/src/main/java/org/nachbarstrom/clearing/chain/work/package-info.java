/**
 * The loop that anchors what was posted, and the health of the chain.
 */
@NullMarked
package org.nachbarstrom.clearing.chain.work;

import org.jspecify.annotations.NullMarked;
