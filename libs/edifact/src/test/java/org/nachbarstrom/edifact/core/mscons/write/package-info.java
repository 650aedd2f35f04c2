@NullMarked
package org.nachbarstrom.edifact.core.mscons.write;

import org.jspecify.annotations.NullMarked;
