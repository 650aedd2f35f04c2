/** The declaration file: read, checked with line numbers, and brought to the services. */
@NullMarked
package org.nachbarstrom.suite.declaration;

import org.jspecify.annotations.NullMarked;
