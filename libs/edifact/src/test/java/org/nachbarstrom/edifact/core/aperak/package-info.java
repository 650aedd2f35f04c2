@NullMarked
package org.nachbarstrom.edifact.core.aperak;

import org.jspecify.annotations.NullMarked;
