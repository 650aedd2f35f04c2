/** The edifact service: takes interchanges in, answers them, hands their time series on. */
@NullMarked
package org.nachbarstrom.edifact;

import org.jspecify.annotations.NullMarked;
