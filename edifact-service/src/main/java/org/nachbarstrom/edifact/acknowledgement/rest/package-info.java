/** {@code /v1/acknowledgements}. */
@NullMarked
package org.nachbarstrom.edifact.acknowledgement.rest;

import org.jspecify.annotations.NullMarked;
