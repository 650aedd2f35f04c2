@NullMarked
package org.nachbarstrom.edifact.core.answer;

import org.jspecify.annotations.NullMarked;
