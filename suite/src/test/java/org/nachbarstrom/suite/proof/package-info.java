@NullMarked
package org.nachbarstrom.suite.proof;

import org.jspecify.annotations.NullMarked;
