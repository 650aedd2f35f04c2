@NullMarked
package org.nachbarstrom.quantities;

import org.jspecify.annotations.NullMarked;
