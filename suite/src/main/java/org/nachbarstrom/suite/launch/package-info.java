/** Starting, watching and stopping infrastructure and services on one machine. */
@NullMarked
package org.nachbarstrom.suite.launch;

import org.jspecify.annotations.NullMarked;
