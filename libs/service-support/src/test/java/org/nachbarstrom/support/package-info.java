@NullMarked
package org.nachbarstrom.support;

import org.jspecify.annotations.NullMarked;
