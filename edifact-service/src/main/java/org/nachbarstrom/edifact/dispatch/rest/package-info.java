/** {@code /v1/outgoing-interchanges}. */
@NullMarked
package org.nachbarstrom.edifact.dispatch.rest;

import org.jspecify.annotations.NullMarked;
