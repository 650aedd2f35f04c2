package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.quantities.MarketPartnerCode;

/** Reads the head of an MSCONS, BGM to NAD. */
final class HeadParser {
  private static final int MAX_DOCUMENT = 35;

  private final InterchangeReader reader;
  private final MessageSink sink;
  private final List<MsconsHead.Reference> references = new ArrayList<>();
  private Optional<Segment> checkSegment = Optional.empty();
  private Optional<Segment> document = Optional.empty();
  private Optional<Instant> messageTime = Optional.empty();
  private Optional<MarketPartnerCode> sender = Optional.empty();
  private Optional<MarketPartnerCode> recipient = Optional.empty();
  private boolean timed;
  private boolean senderNamed;
  private boolean recipientNamed;

  HeadParser(InterchangeReader reader, MessageSink sink) {
    this.reader = reader;
    this.sink = sink;
  }

  /** Notes what names the message; reports nothing. */
  void note(Segment segment) {
    if (segment.tag().equals("BGM") && document.isEmpty()) {
      document = Optional.of(segment);
    } else if (segment.tag().equals("RFF")) {
      if (!segment.text(1, 1).equals("Z13")) {
        references.add(new MsconsHead.Reference(segment.text(1, 1), segment.text(1, 2)));
      } else if (checkSegment.isEmpty()) {
        checkSegment = Optional.of(segment);
      }
    }
  }

  String documentKind() {
    return document.map(segment -> segment.text(1, 1)).orElse("");
  }

  String documentNumber() {
    return document.map(segment -> segment.text(2, 1)).orElse("");
  }

  String checkIdentifier() {
    return checkSegment.map(segment -> segment.text(1, 2)).orElse("");
  }

  /** RFF+Z13. */
  Optional<Segment> checkSegment() {
    return checkSegment;
  }

  /** DTM+137. */
  Optional<Instant> messageTime() {
    return messageTime;
  }

  /**
   * Reads parties and time.
   *
   * @param report whether to report what is wrong; if not, it has been
   */
  void read(List<Segment> segments, boolean report) {
    for (Segment segment : segments) {
      switch (segment.tag()) {
        case "BGM" -> readDocument(segment, report);
        case "DTM" -> readTime(segment, report);
        case "NAD" -> readParty(segment, report);
        default -> {
          // References are noted before; contacts of 2.4c are not used.
        }
      }
    }
    if (report) {
      Segment last = segments.getLast();
      missing(timed, last, "DTM", "137", "DTM+137 with the message time is missing");
      missing(senderNamed, last, "NAD", "MS", "NAD+MS with the sender is missing");
      missing(recipientNamed, last, "NAD", "MR", "NAD+MR with the recipient is missing");
    }
  }

  /** The head, once the message has no finding. */
  Optional<MsconsHead> head() {
    if (messageTime.isEmpty() || sender.isEmpty() || recipient.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MsconsHead(
            reader.message().version(),
            checkIdentifier(),
            documentKind(),
            documentNumber(),
            messageTime.get(),
            sender.get(),
            recipient.get(),
            references));
  }

  private void missing(boolean there, Segment last, String tag, String qualifier, String text) {
    if (!there) {
      Segment missing = new Segment(0, tag, List.of(List.of(qualifier)));
      sink.missing(FindingCode.REQUIRED_ITEM_MISSING, last, missing, text);
    }
  }

  private void readDocument(Segment segment, boolean report) {
    String number = segment.text(2, 1);
    if (report && number.isEmpty()) {
      String text = "the document number is missing";
      sink.report(FindingCode.REQUIRED_ITEM_MISSING, segment, 2, 1, text);
    } else if (report && number.length() > MAX_DOCUMENT) {
      String text = "the document number has more than " + MAX_DOCUMENT + " characters";
      sink.report(FindingCode.ELEMENT_TOO_LONG, segment, 2, 1, text);
    }
  }

  private void readTime(Segment segment, boolean report) {
    if (!segment.text(1, 1).equals("137")) {
      return;
    }
    if (timed) {
      if (report) {
        String text = "the message time comes twice";
        sink.report(FindingCode.SEGMENT_REPEATED, segment, 0, 0, text);
      }
      return;
    }
    timed = true;
    messageTime = SegmentTimes.instant(segment);
    if (report && messageTime.isEmpty()) {
      String text = "the message time must be of format 303, not '" + segment.text(1, 2) + "'";
      sink.report(FindingCode.FORMAT_VIOLATED, segment, 1, 2, text);
    }
  }

  private void readParty(Segment segment, boolean report) {
    if (segment.text(1, 1).equals("MS")) {
      senderNamed = true;
      String expected = reader.header().map(InterchangeHeader::sender).orElse("");
      sender = party(segment, "sender", expected, report);
    } else if (segment.text(1, 1).equals("MR")) {
      recipientNamed = true;
      String expected = reader.header().map(InterchangeHeader::recipient).orElse("");
      recipient = party(segment, "recipient", expected, report);
    } else if (report) {
      String text = "only MS and MR stand here, not '" + segment.text(1, 1) + "'";
      sink.report(FindingCode.CODE_NOT_ALLOWED, segment, 1, 0, text);
    }
  }

  private Optional<MarketPartnerCode> party(
      Segment segment, String role, String expected, boolean report) {
    String text = segment.text(2, 1);
    Optional<MarketPartnerCode> code = MarketPartnerCode.tryParse(text);
    if (code.isEmpty()) {
      if (report) {
        String wrong = "the " + role + " must be 13 digits with a check digit, not '" + text + "'";
        sink.report(FindingCode.FORMAT_VIOLATED, segment, 2, 1, wrong);
      }
    } else if (!text.equals(expected)) {
      // The handbook does not see UNB, so it is always said here.
      String differs = "the " + role + " is " + text + ", UNB says " + expected;
      sink.report(FindingCode.PARTY_DIFFERS, segment, 2, 1, differs);
    }
    return code;
  }
}
