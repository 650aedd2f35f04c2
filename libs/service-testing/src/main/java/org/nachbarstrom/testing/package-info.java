/** Checks that hold for every service: architecture, problem pages, API and event agreements. */
@NullMarked
package org.nachbarstrom.testing;

import org.jspecify.annotations.NullMarked;
