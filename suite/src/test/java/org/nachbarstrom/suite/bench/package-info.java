@NullMarked
package org.nachbarstrom.suite.bench;

import org.jspecify.annotations.NullMarked;
