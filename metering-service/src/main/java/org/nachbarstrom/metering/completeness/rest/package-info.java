/** Completeness and requests for values over HTTP. */
@NullMarked
package org.nachbarstrom.metering.completeness.rest;

import org.jspecify.annotations.NullMarked;
