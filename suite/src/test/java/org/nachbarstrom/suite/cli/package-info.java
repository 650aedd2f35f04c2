@NullMarked
package org.nachbarstrom.suite.cli;

import org.jspecify.annotations.NullMarked;
