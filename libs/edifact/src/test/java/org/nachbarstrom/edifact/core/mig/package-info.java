@NullMarked
package org.nachbarstrom.edifact.core.mig;

import org.jspecify.annotations.NullMarked;
