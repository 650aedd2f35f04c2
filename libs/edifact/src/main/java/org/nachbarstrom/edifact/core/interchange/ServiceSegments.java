package org.nachbarstrom.edifact.core.interchange;

import java.util.HashSet;
import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;

/** Checks references and counters of UNH, UNT and UNZ. */
final class ServiceSegments {
  private static final int MAX_REFERENCE = 14;
  private static final int MAX_DIGITS = 6;

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final Set<String> references = new HashSet<>();

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
    reader.report(code, Position.service("UNZ", element, 0), text);
  }
}
