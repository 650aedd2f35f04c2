@NullMarked
package org.nachbarstrom.edifact.subscription;

import org.jspecify.annotations.NullMarked;
