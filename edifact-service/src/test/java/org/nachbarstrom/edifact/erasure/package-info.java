@NullMarked
package org.nachbarstrom.edifact.erasure;

import org.jspecify.annotations.NullMarked;
