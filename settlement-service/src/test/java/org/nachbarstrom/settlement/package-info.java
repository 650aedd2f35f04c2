@NullMarked
package org.nachbarstrom.settlement;

import org.jspecify.annotations.NullMarked;
