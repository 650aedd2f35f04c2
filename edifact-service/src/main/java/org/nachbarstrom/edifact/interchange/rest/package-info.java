/** {@code /v1/interchanges}. */
@NullMarked
package org.nachbarstrom.edifact.interchange.rest;

import org.jspecify.annotations.NullMarked;
