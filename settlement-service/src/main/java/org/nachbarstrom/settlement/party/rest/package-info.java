/** HTTP side of the feature. */
@NullMarked
package org.nachbarstrom.settlement.party.rest;

import org.jspecify.annotations.NullMarked;
