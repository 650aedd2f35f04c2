/** Shapes that every REST API shares. */
@NullMarked
package org.nachbarstrom.support.rest;

import org.jspecify.annotations.NullMarked;
