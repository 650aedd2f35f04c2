package org.nachbarstrom.edifact.core.contrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ElementError;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.MessageReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.SegmentReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ServiceError;
import org.nachbarstrom.edifact.core.contrl.SyntaxErrorCode.Place;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.Tag;

/** Takes one CONTRL in, segment by segment. */
final class ContrlParser {
  /** Most errors kept of a message. */
  static final int MAX_ERRORS = 10_000;

  private static final int UCI = ('U' << 16) | ('C' << 8) | 'I';
  private static final int UCM = ('U' << 16) | ('C' << 8) | 'M';
  private static final int UCS = ('U' << 16) | ('C' << 8) | 'S';
  private static final int UCD = ('U' << 16) | ('C' << 8) | 'D';
  private static final String REFUSED = "4";
  private static final String ACCEPTED = "7";
  private static final int MAX_DIGITS = 6;

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final List<MessageReport> messages = new ArrayList<>();
  private List<SegmentReport> segments = new ArrayList<>();
  private List<ElementError> elements = new ArrayList<>();
  private Optional<ContrlMessage> head = Optional.empty();
  private Optional<MessageReport> message = Optional.empty();
  private Optional<SegmentReport> faulty = Optional.empty();
  private boolean headSeen;
  private int errors;

  ContrlParser(InterchangeReader reader) {
    this.reader = reader;
    this.segment = reader.segment();
  }

  void segment() {
    switch (segment.tag()) {
      case UCI -> interchange();
      case UCM -> message();
      case UCS -> faultySegment();
      case UCD -> element();
      default -> unexpected("CONTRL has no " + Tag.text(segment.tag()));
    }
  }

  /** What the message says. */
  Optional<ContrlMessage> finish() {
    endMessage();
    if (!headSeen) {
      reader.report(
          FindingCode.SEGMENT_MISSING,
          reader.position(1, "UCI", 0, 0),
          "UCI, which names the answered interchange, is missing");
    }
    return head.map(this::withMessages);
  }

  private ContrlMessage withMessages(ContrlMessage known) {
    if (known.accepted() && !messages.isEmpty()) {
      reader.report(
          FindingCode.ITEM_NOT_ALLOWED,
          reader.position(1, "UCM", 0, 0),
          "a receipt (action 7) names no errors");
      return known;
    }
    return new ContrlMessage(
        known.interchangeReference(),
        known.sender(),
        known.senderQualifier(),
        known.recipient(),
        known.recipientQualifier(),
        known.accepted(),
        known.error(),
        messages);
  }

  private void interchange() {
    if (headSeen) {
      reader.report(FindingCode.SEGMENT_REPEATED, 0, 0, "UCI comes twice");
      return;
    }
    headSeen = true;
    String reference = segment.text(1, 1);
    if (reference.isEmpty()) {
      String text = "the reference of the answered interchange is missing";
      reader.report(FindingCode.ELEMENT_MISSING, 1, 0, text);
    }
    String action = segment.text(4, 1);
    boolean accepted = action.equals(ACCEPTED);
    if (!accepted && !action.equals(REFUSED)) {
      String text = "the action must be 4 or 7, not '" + action + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 4, 0, text);
    } else if (!reference.isEmpty()) {
      Optional<ServiceError> error = accepted ? Optional.empty() : serviceError(5, Place.UCI);
      head =
          Optional.of(
              new ContrlMessage(
                  reference,
                  segment.text(2, 1),
                  segment.text(2, 2),
                  segment.text(3, 1),
                  segment.text(3, 2),
                  accepted,
                  error,
                  List.of()));
    }
  }

  private void message() {
    endMessage();
    String action = segment.text(3, 1);
    if (!action.equals(REFUSED)) {
      String text = "the action must be 4, not '" + action + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 3, 0, text);
    }
    if (segment.length(1, 1) == 0) {
      reader.report(FindingCode.ELEMENT_MISSING, 1, 0, "the message reference is missing");
    }
    if (kept()) {
      String directory = segment.text(2, 2) + ":" + segment.text(2, 3) + ":" + segment.text(2, 4);
      MessageHeader header =
          new MessageHeader(segment.text(1, 1), segment.text(2, 1), directory, segment.text(2, 5));
      message = Optional.of(new MessageReport(header, serviceError(4, Place.UCM), List.of()));
    }
  }

  private void faultySegment() {
    endSegment();
    int number = number(1, 1, "the number of the segment");
    int code = segment.length(2, 1) == 0 ? 0 : code(2, Place.UCS);
    if (message.isEmpty()) {
      if (errors <= MAX_ERRORS) {
        unexpected("UCS stands behind UCM");
      }
    } else if (number > 0 && code >= 0 && kept()) {
      faulty = Optional.of(new SegmentReport(number, code, List.of()));
    }
  }

  private void element() {
    int code = code(1, Place.UCD);
    int element = number(2, 1, "the position of the element");
    int component = segment.length(2, 2) == 0 ? 0 : number(2, 2, "the position of the component");
    if (faulty.isEmpty()) {
      if (errors <= MAX_ERRORS) {
        unexpected("UCD stands behind UCS");
      }
    } else if (code >= 0 && element > 0 && component >= 0 && kept()) {
      elements.add(new ElementError(code, element - 1, component));
    }
  }

  private void endMessage() {
    endSegment();
    message.ifPresent(
        known -> messages.add(new MessageReport(known.header(), known.error(), segments)));
    message = Optional.empty();
    segments = new ArrayList<>();
  }

  private void endSegment() {
    faulty.ifPresent(
        known -> segments.add(new SegmentReport(known.number(), known.code(), elements)));
    faulty = Optional.empty();
    elements = new ArrayList<>();
  }

  private Optional<ServiceError> serviceError(int first, Place place) {
    if (segment.length(first, 1) == 0) {
      return Optional.empty();
    }
    int code = code(first, place);
    int position = first + 2;
    int element = segment.length(position, 1) == 0 ? 0 : number(position, 1, "the position");
    int component = segment.length(position, 2) == 0 ? 0 : number(position, 2, "the position");
    if (code < 0 || element < 0 || component < 0) {
      return Optional.empty();
    }
    String named = segment.text(first + 1, 1);
    return Optional.of(new ServiceError(code, named, Math.max(element - 1, 0), component));
  }

  /** Counts an error; false where no more are kept. */
  private boolean kept() {
    errors++;
    if (errors == MAX_ERRORS + 1) {
      String text = "of a CONTRL " + MAX_ERRORS + " errors are kept, further ones are not";
      reader.report(FindingCode.REPETITION_EXCEEDED, 0, 0, text);
    }
    return errors <= MAX_ERRORS;
  }

  /** A syntax error, or -1. */
  private int code(int element, Place place) {
    int code = number(element, 1, "the error code");
    if (code >= 0 && !SyntaxErrorCode.allowed(code, place)) {
      String text = place + " has no error code " + code;
      reader.report(FindingCode.CODE_NOT_ALLOWED, element, 1, text);
    }
    return code;
  }

  private int number(int element, int component, String what) {
    String text = segment.text(element, component);
    if (text.isEmpty()) {
      reader.report(FindingCode.ELEMENT_MISSING, element, component, what + " is missing");
      return -1;
    }
    boolean digits = text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    if (!digits || text.length() > MAX_DIGITS) {
      String problem = what + " must be a number of up to 6 digits, not '" + text + "'";
      reader.report(FindingCode.ELEMENT_NOT_NUMERIC, element, component, problem);
      return -1;
    }
    return Integer.parseInt(text);
  }

  private void unexpected(String text) {
    reader.report(FindingCode.SEGMENT_UNEXPECTED, 0, 0, text);
  }
}
