/**
 * What partners get of closings and substitutes.
 *
 * <p>Owns: who gets which quantity of which accounting points, and what was reported. Does not own:
 * the quantities themselves, interchanges. Invariants: only complete closing versions without
 * provisional values are reported; a version, subscription and accounting point make at most one
 * message; what was reported is cancelled before another quantity takes its place; an older version
 * never follows a newer one. Quantities of a point add up to the watt-hour after rounding.
 */
@NullMarked
package org.nachbarstrom.edifact.subscription;

import org.jspecify.annotations.NullMarked;
