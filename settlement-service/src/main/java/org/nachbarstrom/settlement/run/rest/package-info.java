/** HTTP side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.run.rest;

import org.jspecify.annotations.NullMarked;
