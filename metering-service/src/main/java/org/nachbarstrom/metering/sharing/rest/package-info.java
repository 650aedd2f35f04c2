/** Communities, completeness and allocation over HTTP. */
@NullMarked
package org.nachbarstrom.metering.sharing.rest;

import org.jspecify.annotations.NullMarked;
