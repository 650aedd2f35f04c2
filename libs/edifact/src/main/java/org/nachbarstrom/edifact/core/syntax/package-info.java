/**
 * EDIFACT syntax version 3, as bytes: service characters, segments, elements, components.
 *
 * <p>Owns: separators, release character, line breaks, limits. Does not own: what a segment means.
 * {@link org.nachbarstrom.edifact.core.syntax.SegmentReader} reads a stream of any length in a
 * buffer of fixed size and creates no object per segment; {@link
 * org.nachbarstrom.edifact.core.syntax.SegmentWriter} writes them without one.
 */
@NullMarked
package org.nachbarstrom.edifact.core.syntax;

import org.jspecify.annotations.NullMarked;
