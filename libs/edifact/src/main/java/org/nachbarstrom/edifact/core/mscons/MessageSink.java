package org.nachbarstrom.edifact.core.mscons;

import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ahb.FindingSink;
import org.nachbarstrom.edifact.core.ahb.Profile;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Reports about segments of the current message that were passed before. */
final class MessageSink implements FindingSink {
  private final InterchangeReader reader;
  private final SegmentMemo copies = new SegmentMemo();
  private Optional<Profile> profile = Optional.empty();

  MessageSink(InterchangeReader reader) {
    this.reader = reader;
  }

  InterchangeReader reader() {
    return reader;
  }

  /** The current segment as text. */
  Segment copy() {
    return copies.take(reader.segment(), reader.segmentNumber());
  }

  /** From now on segments have the names of this profile, if there is one. */
  void name(Optional<Profile> known) {
    profile = known;
  }

  /** Number of findings about the message so far. */
  int count() {
    return reader.messageFindingCount();
  }

  @Override
  public void report(
      FindingCode code, Segment segment, String segmentName, Place place, String text) {
    if (reader.countsOnly(code)) {
      reader.count(code);
      return;
    }
    String raw = code.level().syntax() ? "" : segment.raw();
    reader.report(
        new Finding(
            code,
            reader.position(segment.number(), segment.tag(), place.element(), place.component()),
            text,
            raw,
            segmentName.isEmpty() ? nameOf(segment) : segmentName));
  }

  @Override
  public void missing(
      FindingCode code, Segment before, String tag, String segmentName, String text) {
    reader.report(
        new Finding(code, reader.position(before.number(), tag, 0, 0), text, "", segmentName));
  }

  /** Reports that a segment is missing behind the one before. */
  void missing(FindingCode code, Segment before, Segment missing, String text) {
    missing(code, before, missing.tag(), nameOf(missing), text);
  }

  private String nameOf(Segment segment) {
    return profile.map(known -> known.nameOf(segment)).orElse("");
  }

  /** Reports something about a component of a segment. */
  void report(FindingCode code, Segment segment, int element, int component, String text) {
    report(code, segment, "", new Place(element, component), text);
  }
}
