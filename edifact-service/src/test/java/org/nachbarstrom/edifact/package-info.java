@NullMarked
package org.nachbarstrom.edifact;

import org.jspecify.annotations.NullMarked;
