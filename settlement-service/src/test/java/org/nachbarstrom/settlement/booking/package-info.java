@NullMarked
package org.nachbarstrom.settlement.booking;

import org.jspecify.annotations.NullMarked;
