@NullMarked
package org.nachbarstrom.settlement.run;

import org.jspecify.annotations.NullMarked;
