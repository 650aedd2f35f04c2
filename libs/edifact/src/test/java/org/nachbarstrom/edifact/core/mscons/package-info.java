@NullMarked
package org.nachbarstrom.edifact.core.mscons;

import org.jspecify.annotations.NullMarked;
