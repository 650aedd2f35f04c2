/** The comparison over HTTP: CSV in, report or dispute file out. */
@NullMarked
package org.nachbarstrom.metering.comparison.rest;

import org.jspecify.annotations.NullMarked;
