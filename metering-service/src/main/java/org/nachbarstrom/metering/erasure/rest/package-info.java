/** Runs and holds over HTTP. */
@NullMarked
package org.nachbarstrom.metering.erasure.rest;

import org.jspecify.annotations.NullMarked;
