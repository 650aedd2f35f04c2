@NullMarked
package org.nachbarstrom.edifact.core.validation;

import org.jspecify.annotations.NullMarked;
