@NullMarked
package org.nachbarstrom.pricing;

import org.jspecify.annotations.NullMarked;
