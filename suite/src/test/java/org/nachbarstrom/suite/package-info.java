@NullMarked
package org.nachbarstrom.suite;

import org.jspecify.annotations.NullMarked;
