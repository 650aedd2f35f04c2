/**
 * CONTRL 2.0b, the answer to an interchange with syntax errors.
 *
 * <p>Owns: which finding goes into which segment. Source: CONTRL application handbook 1.0.
 */
@NullMarked
package org.nachbarstrom.edifact.core.contrl;

import org.jspecify.annotations.NullMarked;
