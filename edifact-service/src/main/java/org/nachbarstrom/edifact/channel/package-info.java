/**
 * Ways for interchanges to come and go besides REST: watched folders and the broker.
 *
 * <p>Owns: the folders of each tenant, the raw interchanges on the broker. Does not own: what
 * becomes of an interchange. Invariants: a file is moved, never copied, so that it is in exactly
 * one place; a killed process leaves nothing that the next one does not take up; what cannot be
 * taken never stops what comes after it.
 */
@NullMarked
package org.nachbarstrom.edifact.channel;

import org.jspecify.annotations.NullMarked;
