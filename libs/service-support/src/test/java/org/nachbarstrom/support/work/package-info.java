@NullMarked
package org.nachbarstrom.support.work;

import org.jspecify.annotations.NullMarked;
