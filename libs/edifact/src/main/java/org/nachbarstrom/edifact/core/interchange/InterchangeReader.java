package org.nachbarstrom.edifact.core.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader.Step;
import org.nachbarstrom.edifact.core.syntax.Tag;

/**
 * Walks through an interchange and checks its service segments.
 *
 * <p>{@link #next} gives, for each message, one {@link Event#MESSAGE}, a {@link Event#SEGMENT} for
 * each segment between UNH and UNT, and one {@link Event#MESSAGE_END}; at last {@link Event#END}.
 * What is wrong is collected: {@link #messageFindings} for the current message until the next
 * begins, and {@link #result} for the interchange. Memory does not grow with the interchange, but
 * for the message references and a bounded number of findings.
 */
public final class InterchangeReader {
  /** What {@link #next} came to. */
  public enum Event {
    /** UNH. */
    MESSAGE,
    /** A segment of the message. */
    SEGMENT,
    /** UNT, or the place where it is missing. */
    MESSAGE_END,
    /** The end of what can be read. */
    END
  }

  private enum State {
    START,
    OUTSIDE,
    INSIDE,
    DONE
  }

  private static final MessageHeader NO_MESSAGE = new MessageHeader("", "", "", "");

  private final SegmentReader segment;
  private final ReadOptions options;
  private final FindingList interchangeFindings;
  private final FindingList messageSyntax;
  private final FindingList messageContent;
  private final List<MessageErrors> messageErrors = new ArrayList<>();
  private final ServiceSegments checks;
  private State state = State.START;
  private boolean replay;
  private Optional<InterchangeHeader> header = Optional.empty();
  private MessageHeader message = NO_MESSAGE;
  private int messages;
  private int segmentNumber;
  private boolean control;
  private boolean complete;
  private boolean settled = true;

  /** A reader of the stream; the stream is not closed. */
  public InterchangeReader(InputStream in, ReadOptions options) {
    this.segment = new SegmentReader(in, options.limits().segment());
    this.options = options;
    this.checks = new ServiceSegments(this, segment);
    this.interchangeFindings = new FindingList(options.limits().maxFindings());
    this.messageSyntax = new FindingList(options.limits().maxFindings());
    this.messageContent = new FindingList(options.limits().maxFindings());
  }

  /**
   * Goes on to the next event.
   *
   * @throws IOException if the stream fails
   */
  public Event next() throws IOException {
    settle();
    if (state == State.START) {
      begin();
    }
    return switch (state) {
      case OUTSIDE -> nextOutside();
      case INSIDE -> nextInside();
      case START, DONE -> Event.END;
    };
  }

  /** UNB; empty until it is read and if it could not be. */
  public Optional<InterchangeHeader> header() {
    return header;
  }

  /** UNH of the current message. */
  public MessageHeader message() {
    return message;
  }

  /** The segment of the last event. */
  public SegmentReader segment() {
    return segment;
  }

  /** Its number in the message, UNH is 1. */
  public int segmentNumber() {
    return segmentNumber;
  }

  /** Whether the message that ended did so with UNT; if not, there is a finding about it. */
  public boolean complete() {
    return complete;
  }

  /** The options this reader was made with. */
  public ReadOptions options() {
    return options;
  }

  /**
   * Findings about the current message, syntax before content, of each at most {@link
   * org.nachbarstrom.edifact.core.ReadLimits#maxFindings()}.
   */
  public List<Finding> messageFindings() {
    return Stream.concat(messageSyntax.kept().stream(), messageContent.kept().stream()).toList();
  }

  /** Number of findings about the current message, also those not kept. */
  public int messageFindingCount() {
    return messageSyntax.count() + messageContent.count();
  }

  /** What is known about the interchange so far; complete after {@link Event#END}. */
  public InterchangeResult result() {
    settle();
    return new InterchangeResult(
        header, messages, interchangeFindings.kept(), messageErrors, control);
  }

  /** Reports something about the current segment. */
  public void report(FindingCode code, int element, int component, String text) {
    FindingList list = list(code);
    if (list.full()) {
      list.skip();
      return;
    }
    Position position = position(segmentNumber, Tag.text(segment.tag()), element, component);
    String raw = code.level().syntax() ? "" : Segment.copyOf(segment, segmentNumber).raw();
    list.add(new Finding(code, position, text, raw));
  }

  /** Reports something about a given place. */
  public void report(FindingCode code, Position position, String text) {
    report(new Finding(code, position, text));
  }

  /** Reports a finding about the current message or the interchange. */
  public void report(Finding finding) {
    list(finding.code()).add(finding);
  }

  /** Whether further findings with this code are only counted. */
  public boolean countsOnly(FindingCode code) {
    return list(code).full();
  }

  /** Counts a finding that is not kept, see {@link #countsOnly}. */
  public void count(FindingCode code) {
    list(code).skip();
  }

  /**
   * Passes whole segments of the current message that were recognised in the {@linkplain
   * SegmentReader#window() window} and have nothing to report.
   */
  public void pass(int bytes, int segments) {
    segment.pass(bytes);
    segmentNumber += segments;
  }

  private FindingList list(FindingCode code) {
    return switch (code.level()) {
      case INTERCHANGE -> interchangeFindings;
      case MESSAGE -> messageSyntax;
      case CONTENT -> messageContent;
    };
  }

  /** A place in the current message. */
  public Position position(int number, String tag, int element, int component) {
    return new Position(message.reference(), number, tag, element, component);
  }

  private void begin() throws IOException {
    state = State.DONE;
    switch (segment.next()) {
      case END -> service(FindingCode.INPUT_EMPTY, "UNB", "the input has no segment");
      case FAILED -> {
        switch (segment.failure()) {
          case SERVICE_CHARACTERS ->
              service(
                  FindingCode.SERVICE_CHARACTERS_INVALID,
                  "UNA",
                  "UNA must announce four different separators and a point or comma");
          case UNTERMINATED, TOO_LONG, TOO_MANY_COMPONENTS ->
              service(FindingCode.HEADER_MISSING, "UNB", "no readable UNB at the start");
        }
      }
      case SEGMENT -> beginHeader();
    }
  }

  private void beginHeader() {
    if (segment.tag() != Tag.UNB) {
      service(FindingCode.HEADER_MISSING, "UNB", "the input does not begin with UNA or UNB");
      return;
    }
    checkServiceCharacters("UNB");
    checks.headerExtent();
    header = new HeaderParser(segment, this).parse(options.acceptTest());
    if (interchangeFindings.count() == 0) {
      state = State.OUTSIDE;
    }
  }

  private Event nextOutside() throws IOException {
    Step step = replay ? Step.SEGMENT : segment.next();
    replay = false;
    switch (step) {
      case SEGMENT -> {
        if (segment.tag() != Tag.UNH) {
          endInterchange();
        } else if (messages < options.limits().maxMessages()) {
          return beginMessage();
        } else {
          String text = "the interchange has more than " + messages + " messages";
          service(FindingCode.TOO_MANY_MESSAGES, "UNZ", text);
        }
      }
      case END -> service(FindingCode.TRAILER_MISSING, "UNZ", "the input ends without UNZ");
      case FAILED -> failOutside();
    }
    state = State.DONE;
    return Event.END;
  }

  private void failOutside() {
    switch (segment.failure()) {
      case UNTERMINATED, SERVICE_CHARACTERS ->
          service(FindingCode.TRAILER_MISSING, "UNZ", "the input ends within a segment");
      case TOO_LONG, TOO_MANY_COMPONENTS ->
          service(FindingCode.INTERCHANGE_UNREADABLE, "UNZ", "a segment exceeds " + limit());
    }
  }

  private Event nextInside() throws IOException {
    switch (segment.next()) {
      case SEGMENT -> {
        return inside();
      }
      case END -> {
        missingTrailer();
        service(FindingCode.TRAILER_MISSING, "UNZ", "the input ends without UNZ");
      }
      case FAILED -> failInside();
    }
    return endMessage(State.DONE);
  }

  private Event inside() {
    int tag = segment.tag();
    if (tag == Tag.UNH || tag == Tag.UNZ) {
      missingTrailer();
      replay = true;
      return endMessage(State.OUTSIDE);
    }
    segmentNumber++;
    checkCharacters();
    if (tag == Tag.UNT) {
      checks.messageTrailer();
      complete = true;
      return endMessage(State.OUTSIDE);
    }
    return Event.SEGMENT;
  }

  private void failInside() {
    int number = segmentNumber + 1;
    Position position = position(number, "???", 0, 0);
    switch (segment.failure()) {
      case UNTERMINATED, SERVICE_CHARACTERS -> {
        missingTrailer();
        service(FindingCode.TRAILER_MISSING, "UNZ", "the input ends within a segment");
      }
      case TOO_LONG ->
          report(FindingCode.SEGMENT_TOO_LONG, position, "the segment exceeds " + limit());
      case TOO_MANY_COMPONENTS ->
          report(
              FindingCode.SEGMENT_TOO_MANY_COMPONENTS, position, "the segment exceeds " + limit());
    }
  }

  private Event beginMessage() {
    messageSyntax.clear();
    messageContent.clear();
    messages++;
    complete = false;
    segmentNumber = 1;
    String directory = segment.text(2, 2) + ":" + segment.text(2, 3) + ":" + segment.text(2, 4);
    message =
        new MessageHeader(segment.text(1, 1), segment.text(2, 1), directory, segment.text(2, 5));
    control |= message.type().equals("CONTRL");
    checkCharacters();
    checks.messageHeader();
    state = State.INSIDE;
    return Event.MESSAGE;
  }

  private void missingTrailer() {
    report(
        FindingCode.MESSAGE_TRAILER_MISSING,
        position(segmentNumber, "UNT", 0, 0),
        "the message ends without UNT");
  }

  private Event endMessage(State next) {
    settled = false;
    state = next;
    return Event.MESSAGE_END;
  }

  /** Keeps the errors of the message that ended; whoever reads it may have added some since. */
  private void settle() {
    boolean room = messageErrors.size() < options.limits().maxFindings();
    if (!settled && messageSyntax.count() > 0 && room) {
      messageErrors.add(new MessageErrors(message, messageSyntax.kept()));
    }
    settled = true;
  }

  private void endInterchange() throws IOException {
    if (segment.tag() != Tag.UNZ) {
      service(
          FindingCode.SEGMENT_OUTSIDE_MESSAGE,
          "UNZ",
          "UNH or UNZ must follow, not " + Tag.text(segment.tag()));
      return;
    }
    checkServiceCharacters("UNZ");
    checks.interchangeTrailer(messages);
    if (segment.next() != Step.END) {
      service(FindingCode.SEGMENT_OUTSIDE_MESSAGE, "UNZ", "something follows after UNZ");
    }
  }

  private void checkCharacters() {
    int element = segment.invalidElement();
    if (element >= 0) {
      report(
          FindingCode.CHARACTER_INVALID,
          element,
          element == 0 ? 0 : segment.invalidComponent(),
          "a control character is not part of UNOC");
    }
  }

  private void checkServiceCharacters(String tag) {
    if (segment.invalidElement() >= 0) {
      service(
          FindingCode.SERVICE_CHARACTER_INVALID, tag, "a control character is not part of UNOC");
    }
  }

  private String limit() {
    return options.limits().segment().maxBytes()
        + " bytes or "
        + options.limits().segment().maxComponents()
        + " components";
  }

  private void service(FindingCode code, String tag, String text) {
    report(code, Position.service(tag, 0, 0), text);
  }
}
