/** One measurement of the whole road. */
@NullMarked
package org.nachbarstrom.suite.bench;

import org.jspecify.annotations.NullMarked;
