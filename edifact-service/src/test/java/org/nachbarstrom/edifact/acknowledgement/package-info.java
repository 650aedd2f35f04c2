@NullMarked
package org.nachbarstrom.edifact.acknowledgement;

import org.jspecify.annotations.NullMarked;
