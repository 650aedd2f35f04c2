@NullMarked
package org.nachbarstrom.edifact.interchange;

import org.jspecify.annotations.NullMarked;
