@NullMarked
package org.nachbarstrom.clearing;

import org.jspecify.annotations.NullMarked;
