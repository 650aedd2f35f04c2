/** Checks a whole interchange and tells what is wrong with it; nothing is kept of the values. */
@NullMarked
package org.nachbarstrom.edifact.core.validation;

import org.jspecify.annotations.NullMarked;
