@NullMarked
package org.nachbarstrom.edifact.core.ahb;

import org.jspecify.annotations.NullMarked;
