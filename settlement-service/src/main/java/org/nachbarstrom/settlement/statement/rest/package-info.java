/** HTTP side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.statement.rest;

import org.jspecify.annotations.NullMarked;
