/** Checks and findings over HTTP. */
@NullMarked
package org.nachbarstrom.metering.plausibility.rest;

import org.jspecify.annotations.NullMarked;
