/** Settlement service: who owes whom, and the bookings that say so. */
@NullMarked
package org.nachbarstrom.settlement;

import org.jspecify.annotations.NullMarked;
