/**
 * The application handbook: which segments, codes and values each Prüfidentifikator requires.
 *
 * <p>Owns: the profile tables, their expressions and conditions. Does not own: the order of
 * segments (message description), what a value means. Source: MSCONS AHB 3.1g and 3.2.
 */
@NullMarked
package org.nachbarstrom.edifact.core.ahb;

import org.jspecify.annotations.NullMarked;
