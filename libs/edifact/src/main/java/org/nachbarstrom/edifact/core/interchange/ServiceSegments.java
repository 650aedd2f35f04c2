package org.nachbarstrom.edifact.core.interchange;

import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;

/** Checks what CONTRL 2.0b can say about UNB, UNH, UNT and UNZ. */
final class ServiceSegments {
  private static final int MAX_REFERENCE = 14;
  private static final int MAX_DIGITS = 6;
  private static final int APPLICATION = 7;
  private static final int UNB_ELEMENTS = 11;
  // UNH: reference, type of five components, common access, status of transfer of two.
  private static final int[] UNH_COMPONENTS = {1, 5, 1, 2};
  private static final Set<String> MSCONS_APPLICATIONS = Set.of("EM", "TL", "VL");
  private static final int[] TWO = {1, 1};

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final MessageReferences references = new MessageReferences();
  private String firstType = "";

  ServiceSegments(InterchangeReader reader, SegmentReader segment) {
    this.reader = reader;
    this.segment = segment;
  }

  void messageHeader() {
    String reference = reader.message().reference();
    if (reference.isEmpty()) {
      report(FindingCode.MESSAGE_HEADER_INCOMPLETE, 1, "UNH has no message reference");
    } else if (reference.length() > MAX_REFERENCE) {
      String text = "the message reference has more than " + MAX_REFERENCE + " characters";
      report(FindingCode.MESSAGE_REFERENCE_TOO_LONG, 1, text);
    } else if (!references.add(reference)) {
      String text = "another message of the interchange has the reference '" + reference + "'";
      report(FindingCode.MESSAGE_REFERENCE_REPEATED, 1, text);
    }
    for (int component = 1; component <= 4; component++) {
      if (segment.length(2, component) == 0) {
        String text = "UNH does not name type, version, release and agency";
        reader.report(FindingCode.MESSAGE_HEADER_INCOMPLETE, 2, component, text);
      }
    }
    checkExtent(UNH_COMPONENTS);
    checkType(reader.message());
  }

  /** An interchange holds one type of messages; MSCONS need an application reference. */
  private void checkType(MessageHeader message) {
    String type = message.type();
    if (firstType.isEmpty()) {
      firstType = type;
      checkApplication(message);
    } else if (!type.equals(firstType)) {
      String text = "the interchange began with " + firstType + ", this message is " + type;
      reader.report(FindingCode.MESSAGE_TYPE_DIFFERS, 2, 1, text);
    }
  }

  private void checkApplication(MessageHeader message) {
    if (!message.type().equals("MSCONS") || !message.directory().equals("D:04B:UN")) {
      return;
    }
    String application = reader.header().map(InterchangeHeader::applicationReference).orElse("");
    if (application.isEmpty()) {
      String text = "the application reference is missing";
      service("UNB", FindingCode.HEADER_ELEMENT_MISSING, APPLICATION, text);
    } else if (!MSCONS_APPLICATIONS.contains(application)) {
      String text = "the application reference must be EM, TL or VL, not '" + application + "'";
      service("UNB", FindingCode.HEADER_ELEMENT_INVALID, APPLICATION, text);
    }
  }

  /** Whether UNB, the current segment, has no more than it may. */
  void headerExtent() {
    if (segment.elementCount() > UNB_ELEMENTS) {
      String text = "UNB has more than " + UNB_ELEMENTS + " elements";
      service("UNB", FindingCode.SERVICE_SEGMENT_TOO_LONG, UNB_ELEMENTS + 1, text);
    }
  }

  private void checkExtent(int[] most) {
    if (segment.elementCount() > most.length) {
      String text = "the segment has more than " + most.length + " elements";
      reader.report(FindingCode.MESSAGE_SERVICE_SEGMENT_TOO_LONG, most.length + 1, 0, text);
    }
    for (int element = 1; element <= Math.min(segment.elementCount(), most.length); element++) {
      if (segment.componentCount(element) > most[element - 1]) {
        String text = "the element has more than " + most[element - 1] + " components";
        reader.report(FindingCode.MESSAGE_SERVICE_SEGMENT_TOO_LONG, element, 0, text);
      }
    }
  }

  void messageTrailer() {
    int count = number();
    if (count < 0) {
      String text = "UNT counts '" + segment.text(1, 1) + "' segments, which is no number";
      report(FindingCode.MESSAGE_COUNT_INVALID, 1, text);
    } else if (count != reader.segmentNumber()) {
      String text = "UNT counts " + count + " segments, the message has " + reader.segmentNumber();
      report(FindingCode.MESSAGE_COUNT_DIFFERS, 1, text);
    }
    String reference = segment.text(2, 1);
    String expected = reader.message().reference();
    if (!reference.equals(expected)) {
      String text = "UNT has reference '" + reference + "', UNH '" + expected + "'";
      report(FindingCode.MESSAGE_REFERENCE_DIFFERS, 2, text);
    }
    checkExtent(TWO);
  }

  void interchangeTrailer(int messages) {
    int count = number();
    if (count < 0) {
      String text = "UNZ counts '" + segment.text(1, 1) + "' messages, which is no number";
      service(FindingCode.TRAILER_ELEMENT_INVALID, 1, text);
    } else if (count != messages) {
      String text = "UNZ counts " + count + " messages, the interchange has " + messages;
      service(FindingCode.TRAILER_COUNT_DIFFERS, 1, text);
    }
    String expected = reader.header().map(InterchangeHeader::reference).orElse("");
    if (!segment.text(2, 1).equals(expected)) {
      String text = "UNZ has reference '" + segment.text(2, 1) + "', UNB '" + expected + "'";
      service(FindingCode.TRAILER_REFERENCE_DIFFERS, 2, text);
    }
    if (messages == 0) {
      service(FindingCode.INTERCHANGE_EMPTY, 0, "the interchange has no message");
    }
    if (segment.elementCount() > 2 || segment.componentCount(1) + segment.componentCount(2) > 2) {
      service(FindingCode.SERVICE_SEGMENT_TOO_LONG, 0, "UNZ has a count and a reference, no more");
    }
  }

  /** The first element, one to six digits, or -1. */
  private int number() {
    int length = segment.length(1, 1);
    if (length == 0 || length > MAX_DIGITS) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < length; i++) {
      int digit = segment.byteAt(1, 1, i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private void report(FindingCode code, int element, String text) {
    reader.report(code, element, 0, text);
  }

  private void service(FindingCode code, int element, String text) {
    service("UNZ", code, element, text);
  }

  private void service(String tag, FindingCode code, int element, String text) {
    reader.report(code, Position.service(tag, element, 0), text);
  }
}
