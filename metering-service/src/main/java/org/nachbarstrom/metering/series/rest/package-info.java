/** Series over HTTP. */
@NullMarked
package org.nachbarstrom.metering.series.rest;

import org.jspecify.annotations.NullMarked;
