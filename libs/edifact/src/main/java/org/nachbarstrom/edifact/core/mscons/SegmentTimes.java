package org.nachbarstrom.edifact.core.mscons;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Times in segments that are kept as text. */
final class SegmentTimes {
  private static final int LENGTH = 15;

  private SegmentTimes() {}

  /** The time of a DTM of format 303; nothing if it is none. */
  static Optional<Instant> instant(Segment segment) {
    byte[] bytes = segment.text(1, 2).getBytes(StandardCharsets.ISO_8859_1);
    if (!segment.text(1, 3).equals("303") || bytes.length != LENGTH) {
      return Optional.empty();
    }
    long time = new EdifactTime().epochSecond(bytes, 0);
    return time == EdifactTime.INVALID
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(time));
  }
}
