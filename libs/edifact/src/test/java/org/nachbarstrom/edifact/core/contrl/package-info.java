@NullMarked
package org.nachbarstrom.edifact.core.contrl;

import org.jspecify.annotations.NullMarked;
