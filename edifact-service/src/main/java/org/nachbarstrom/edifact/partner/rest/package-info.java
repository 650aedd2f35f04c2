/** {@code /v1/partners}. */
@NullMarked
package org.nachbarstrom.edifact.partner.rest;

import org.jspecify.annotations.NullMarked;
