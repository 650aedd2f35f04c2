/**
 * Market partners: who they are, how they are reached and how their files are read.
 *
 * <p>Owns: codes with check digits, own codes (under which we send), market roles with validity,
 * format rules, the channel of each partner. Does not own: interchanges. Invariants: every change
 * makes a version and the earlier ones stay; a partner has a role at most once a day. Times: roles
 * hold by local date of Europe/Berlin, the first day included, the last one not.
 */
@NullMarked
package org.nachbarstrom.edifact.partner;

import org.jspecify.annotations.NullMarked;
