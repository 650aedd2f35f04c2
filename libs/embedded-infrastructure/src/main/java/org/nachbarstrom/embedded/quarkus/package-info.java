/** The embedded infrastructure as a test resource of the services' own tests. */
@NullMarked
package org.nachbarstrom.embedded.quarkus;

import org.jspecify.annotations.NullMarked;
