@NullMarked
package org.nachbarstrom.embedded.quarkus;

import org.jspecify.annotations.NullMarked;
