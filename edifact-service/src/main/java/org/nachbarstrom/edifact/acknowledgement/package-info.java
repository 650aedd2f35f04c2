/**
 * Answers to the sender of an interchange.
 *
 * <p>Owns: which answer is due and its reference. Electricity is answered with a CONTRL only on a
 * syntax error, and a CONTRL never.
 */
@NullMarked
package org.nachbarstrom.edifact.acknowledgement;

import org.jspecify.annotations.NullMarked;
