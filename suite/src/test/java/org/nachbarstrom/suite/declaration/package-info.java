@NullMarked
package org.nachbarstrom.suite.declaration;

import org.jspecify.annotations.NullMarked;
