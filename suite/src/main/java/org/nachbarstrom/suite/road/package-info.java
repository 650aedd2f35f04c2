/** The road as a client walks it: files in, periods closed, results read. */
@NullMarked
package org.nachbarstrom.suite.road;

import org.jspecify.annotations.NullMarked;
