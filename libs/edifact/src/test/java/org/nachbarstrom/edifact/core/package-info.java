@NullMarked
package org.nachbarstrom.edifact.core;

import org.jspecify.annotations.NullMarked;
