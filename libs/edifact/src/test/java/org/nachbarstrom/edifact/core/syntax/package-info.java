@NullMarked
package org.nachbarstrom.edifact.core.syntax;

import org.jspecify.annotations.NullMarked;
