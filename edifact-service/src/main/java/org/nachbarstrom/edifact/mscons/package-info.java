/**
 * Time series out of MSCONS messages.
 *
 * <p>Owns: handing each accepted load profile on. Does not own: what a value means for billing.
 * Invariant: exactly one event per accepted message, in the transaction that stores it.
 */
@NullMarked
package org.nachbarstrom.edifact.mscons;

import org.jspecify.annotations.NullMarked;
