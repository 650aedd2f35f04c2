package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ahb.Handbook;
import org.nachbarstrom.edifact.core.ahb.MessageCheck;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.Tag;

/** Reads one MSCONS after the other: order of the segments, handbook, meaning. */
final class MsconsParser {
  private static final String DIRECTORY = "D:04B:UN";

  /** Component of UNH's second element. */
  private static final int VERSION = 5;

  private static final String WITHOUT_CONTACTS = "2.5";
  private static final String NEWEST = Handbook.VERSIONS.getFirst();
  private static final Set<String> EARLIER =
      Set.of(
          "2.2", "2.2a", "2.2b", "2.2c", "2.2d", "2.2e", "2.2f", "2.2g", "2.2h", "2.2i", "2.3",
          "2.3a", "2.3b", "2.3c", "2.4", "2.4a", "2.4b");

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final boolean recognise;
  private final MessageSink sink;
  private final HandbookChecks checks;
  private final Precedents precedents = new Precedents();
  private final List<Segment> headSegments = new ArrayList<>();
  private HeadParser head;
  private @Nullable DetailParser detail;
  private Place place = Place.LOST;
  private Use use = Use.OTHER;
  private boolean acknowledgement;

  /**
   * A parser.
   *
   * @param recognise whether values of load profiles are recognised as a whole where possible
   */
  MsconsParser(InterchangeReader reader, HandbookChecks checks, boolean recognise) {
    this.reader = reader;
    this.segment = reader.segment();
    this.checks = checks;
    this.recognise = recognise;
    this.sink = new MessageSink(reader);
    this.head = new HeadParser(reader, sink);
  }

  /** UNH was read. */
  void begin() {
    head = new HeadParser(reader, sink);
    detail = null;
    headSegments.clear();
    sink.name(Optional.empty());
    place = Place.LOST;
    MessageHeader header = reader.message();
    acknowledgement = header.type().equals("CONTRL") || header.type().equals("APERAK");
    if (acknowledgement || header.type().isEmpty()) {
      return;
    }
    if (!header.type().equals("MSCONS")) {
      String text = "messages of type '" + header.type() + "' are not imported, only MSCONS";
      reader.report(FindingCode.MESSAGE_TYPE_NOT_IMPORTED, 2, 1, text);
    } else if (!header.directory().equals(DIRECTORY) || !(current() || earlier())) {
      String text = "version '" + header.directory() + ":" + header.version() + "' is not read";
      reader.report(
          FindingCode.MESSAGE_VERSION_UNSUPPORTED,
          2,
          5,
          text + ", only D:04B:UN:2.5 and 2.4c, and before them 2.2 to 2.4b");
    } else {
      place = Place.UNH;
      headSegments.add(versioned(sink.copy()));
    }
  }

  /** UNH as of the version that the caller wants the message to be checked by. */
  private Segment versioned(Segment header) {
    Optional<String> wanted = reader.options().handbook();
    if (wanted.isEmpty()) {
      return header;
    }
    List<List<String>> elements = new ArrayList<>(header.elements());
    List<String> identifier = new ArrayList<>(elements.get(1).subList(0, VERSION - 1));
    identifier.add(wanted.get());
    elements.set(1, identifier);
    return new Segment(header.number(), header.tag(), elements);
  }

  /** A segment between UNH and UNT was read. */
  void segment() {
    if (place == Place.LOST) {
      return;
    }
    int tag = segment.tag();
    if (!place.allows(tag) || contactRefused(tag)) {
      reportPlace(tag);
      place = Place.LOST;
      return;
    }
    place = place.after(tag);
    if (!read()) {
      place = Place.LOST;
    }
  }

  /** UNT was read or is missing; the content if it could be read to its end. */
  Optional<MsconsContent> finish() {
    DetailParser read = detail;
    if (place == Place.LOST || !reader.complete()) {
      return Optional.empty();
    }
    if (read == null || place.before(Place.LOC)) {
      reportMissing(place.mandatory());
      return Optional.empty();
    }
    read.finish();
    if (sink.count() > 0) {
      return Optional.empty();
    }
    read.keepPrecedent();
    return head.head().flatMap(known -> Contents.of(use, known, read));
  }

  boolean acknowledgement() {
    return acknowledgement;
  }

  MessageFacts facts() {
    DetailParser read = detail;
    return new MessageFacts(
        reader.message(),
        head.documentKind(),
        head.documentNumber(),
        head.checkIdentifier(),
        read == null ? "" : read.object().locationText());
  }

  /** Whether there is a handbook to hold the message to. */
  private boolean current() {
    return Handbook.VERSIONS.contains(handbook());
  }

  private boolean earlier() {
    return EARLIER.contains(reader.message().version());
  }

  private String handbook() {
    return reader.options().handbook().orElse(reader.message().version());
  }

  /** Contact data left the message description with 2.5. */
  private boolean contactRefused(int tag) {
    return tag == Tag.CTA && handbook().equals(WITHOUT_CONTACTS);
  }

  /** Reads the segment at its place; false if the rest of the message makes no sense. */
  private boolean read() {
    DetailParser section = detail;
    if (section != null) {
      return section.segment(place);
    }
    if (headSegments.size() >= reader.options().limits().maxHeadSegments()) {
      reader.report(FindingCode.SEGMENT_REPEATED, 0, 0, "the head has too many segments");
      return false;
    }
    keepHead();
    return place != Place.UNS || endHead();
  }

  private void keepHead() {
    Segment copy = sink.copy();
    headSegments.add(copy);
    head.note(copy);
  }

  private boolean endHead() {
    String identifier = head.checkIdentifier();
    List<Segment> segments = List.copyOf(headSegments);
    Precedents known = recognise ? precedents : new Precedents();
    Optional<MessageCheck> opened = known.haveHead(segments) ? Optional.empty() : open(identifier);
    if (opened.isEmpty() && !known.haveHead(segments)) {
      refuse(identifier);
      return false;
    }
    PrecedentCheck made =
        new PrecedentCheck(sink, known, () -> opened.or(() -> open(identifier)).orElseThrow());
    int before = sink.count();
    use = useOf(identifier);
    sink.name(Handbook.of(handbook()).flatMap(handbook -> handbook.profile(identifier)));
    made.head(segments);
    head.read(headSegments, sink.count() == before);
    detail = new DetailParser(sink, made, head, use, recognise);
    return true;
  }

  private Optional<MessageCheck> open(String identifier) {
    return current()
        ? checks.open(reader, handbook(), identifier, sink)
        : Use.earlier(identifier).map(known -> new StructureOnly());
  }

  private Use useOf(String identifier) {
    return current() ? Use.of(identifier) : Use.earlier(identifier).orElse(Use.OTHER);
  }

  /** Says why messages of this kind are not read. */
  private void refuse(String identifier) {
    if (identifier.isEmpty()) {
      String text = "RFF+Z13 with the Prüfidentifikator is missing";
      Segment missing = new Segment(0, "RFF", List.of(List.of("Z13")));
      sink.missing(FindingCode.REQUIRED_ITEM_MISSING, headSegments.getFirst(), missing, text);
    } else if (!current() && checks.open(reader, NEWEST, identifier, sink).isPresent()) {
      String text =
          "version " + reader.message().version() + " is read for load profiles and readings only";
      sink.report(FindingCode.MESSAGE_VERSION_UNSUPPORTED, headSegments.getFirst(), 2, 5, text);
    } else {
      String text = "there is no Prüfidentifikator '" + identifier + "' in " + handbook();
      head.checkSegment()
          .ifPresent(at -> sink.report(FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED, at, 1, 2, text));
    }
  }

  private void reportPlace(int tag) {
    int mandatory = place.mandatory();
    boolean later = mandatory != Tag.NONE && !contactRefused(tag) && place.comesLater(tag);
    if (later) {
      reportMissing(mandatory);
    } else {
      String text = Tag.text(tag) + " cannot follow here";
      reader.report(FindingCode.SEGMENT_UNEXPECTED, 0, 0, text);
    }
  }

  private void reportMissing(int tag) {
    // A missing segment is placed behind the one that was there.
    int before = reader.segmentNumber() - 1;
    String text = Tag.text(tag) + " is missing before " + Tag.text(segment.tag());
    reader.report(FindingCode.SEGMENT_MISSING, reader.position(before, Tag.text(tag), 0, 0), text);
  }
}
