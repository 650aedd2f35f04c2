/** Substitutions over HTTP. */
@NullMarked
package org.nachbarstrom.metering.substitute.rest;

import org.jspecify.annotations.NullMarked;
