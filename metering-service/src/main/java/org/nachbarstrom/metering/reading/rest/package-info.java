/** Readings and energy quantities over HTTP. */
@NullMarked
package org.nachbarstrom.metering.reading.rest;

import org.jspecify.annotations.NullMarked;
