package org.nachbarstrom.edifact.core.syntax;

/** Why no further segment can be read from an input. */
public enum SyntaxFailure {
  /** UNA announces characters that cannot structure an interchange. */
  SERVICE_CHARACTERS,
  /** The input ends within a segment. */
  UNTERMINATED,
  /** A segment is longer than {@link SegmentLimits#maxBytes()}. */
  TOO_LONG,
  /** A segment has more components than {@link SegmentLimits#maxComponents()}. */
  TOO_MANY_COMPONENTS
}
