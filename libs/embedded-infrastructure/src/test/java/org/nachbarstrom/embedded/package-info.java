@NullMarked
package org.nachbarstrom.embedded;

import org.jspecify.annotations.NullMarked;
