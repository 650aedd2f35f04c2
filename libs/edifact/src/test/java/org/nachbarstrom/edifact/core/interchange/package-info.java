@NullMarked
package org.nachbarstrom.edifact.core.interchange;

import org.jspecify.annotations.NullMarked;
