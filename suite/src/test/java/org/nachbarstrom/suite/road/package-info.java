@NullMarked
package org.nachbarstrom.suite.road;

import org.jspecify.annotations.NullMarked;
