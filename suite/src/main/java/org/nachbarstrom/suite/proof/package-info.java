/** A second, independent implementation of the booking proof: what a participant would run. */
@NullMarked
package org.nachbarstrom.suite.proof;

import org.jspecify.annotations.NullMarked;
