/**
 * Reads what a request says, and says precisely what is wrong with it.
 *
 * <p>Owns: the errors of texts that are no date, instant, identifier or code. Does not own: rules
 * of the domain.
 */
@NullMarked
package org.nachbarstrom.metering.input;

import org.jspecify.annotations.NullMarked;
