package org.nachbarstrom.edifact.core.aperak;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.Tag;

/** Takes one APERAK in, segment by segment. */
final class AperakParser {
  /** Most errors kept of a message. */
  static final int MAX_ERRORS = 10_000;

  private static final int ERC = ('E' << 16) | ('R' << 8) | 'C';
  private static final int FTX = ('F' << 16) | ('T' << 8) | 'X';
  private static final String ACKNOWLEDGED = "312";
  private static final String REFUSED = "313";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmx").withResolverStyle(ResolverStyle.STRICT);
  private static final int TIME_LENGTH = 15;

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final List<AperakError> errors = new ArrayList<>();
  private String kind = "";
  private String documentNumber = "";
  private Optional<Instant> createdAt = Optional.empty();
  private Optional<Instant> preparedAt = Optional.empty();
  private String interchangeReference = "";
  private String answeredDocument = "";
  private String answeredMessage = "";
  private boolean senderSeen;
  private boolean recipientSeen;
  private int count;
  private int lastHeadSegment = 1;
  private Optional<ErrorParser> current = Optional.empty();

  AperakParser(InterchangeReader reader) {
    this.reader = reader;
    this.segment = reader.segment();
  }

  void segment() {
    switch (segment.tag()) {
      case Tag.BGM -> document();
      case Tag.DTM -> time();
      case Tag.RFF -> reference();
      case Tag.NAD -> party();
      case Tag.CTA, Tag.COM -> {}
      case ERC -> error();
      case FTX -> text();
      default -> {
        String text = "APERAK has no " + Tag.text(segment.tag());
        reader.report(FindingCode.SEGMENT_UNEXPECTED, 0, 0, text);
      }
    }
    if (count == 0) {
      lastHeadSegment = reader.segmentNumber();
    }
  }

  /** What the message says. */
  Optional<AperakMessage> finish() {
    endError();
    required(kind.isEmpty(), "BGM", "BGM is missing");
    required(createdAt.isEmpty(), "DTM", "the time of the message (DTM+137) is missing");
    required(
        interchangeReference.isEmpty(), "RFF", "the answered interchange (RFF+ACE) is missing");
    required(
        preparedAt.isEmpty(), "DTM", "the time of the answered interchange (DTM+171) is missing");
    required(!senderSeen, "NAD", "the sender (NAD+MS) is missing");
    required(!recipientSeen, "NAD", "the recipient (NAD+MR) is missing");
    boolean accepted = kind.equals(ACKNOWLEDGED);
    if (accepted && count > 0) {
      report(FindingCode.ITEM_NOT_ALLOWED, "ERC", "an acknowledgement (312) reports no errors");
    } else if (kind.equals(REFUSED) && count == 0) {
      report(FindingCode.REQUIRED_ITEM_MISSING, "ERC", "a refusal (313) reports an error");
    }
    boolean known = accepted || kind.equals(REFUSED);
    return known && !interchangeReference.isEmpty()
        ? Optional.of(message(accepted))
        : Optional.empty();
  }

  private AperakMessage message(boolean accepted) {
    Instant made =
        createdAt
            .or(() -> reader.header().flatMap(InterchangeHeader::preparedAt))
            .orElse(Instant.EPOCH);
    AnsweredMessage answered =
        new AnsweredMessage(interchangeReference, preparedAt, answeredDocument, answeredMessage);
    return new AperakMessage(
        documentNumber, made, accepted, answered, accepted ? List.of() : errors);
  }

  private void document() {
    kind = segment.text(1, 1);
    documentNumber = segment.text(2, 1);
    if (!kind.equals(ACKNOWLEDGED) && !kind.equals(REFUSED)) {
      String text = "the document must be 312 or 313, not '" + kind + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 1, text);
    }
    if (documentNumber.isEmpty()) {
      reader.report(FindingCode.ELEMENT_MISSING, 2, 1, "the document number is missing");
    }
  }

  private void time() {
    String qualifier = segment.text(1, 1);
    switch (qualifier) {
      case "137" -> createdAt = readTime().or(() -> createdAt);
      case "171" -> preparedAt = readTime().or(() -> preparedAt);
      default -> notAllowed("DTM", qualifier);
    }
  }

  private Optional<Instant> readTime() {
    String text = segment.text(1, 2);
    if (segment.text(1, 3).equals("303") && text.length() == TIME_LENGTH) {
      try {
        return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
      } catch (DateTimeException notATime) {
        // Reported below with everything else that is not of this format.
      }
    }
    String problem = "the time must be of format 303, not '" + text + "'";
    reader.report(FindingCode.FORMAT_VIOLATED, 1, 2, problem);
    return Optional.empty();
  }

  private void reference() {
    String qualifier = segment.text(1, 1);
    String value = segment.text(1, 2);
    if (value.isEmpty()) {
      reader.report(FindingCode.ELEMENT_MISSING, 1, 2, "the reference is missing");
    }
    switch (qualifier) {
      case "ACE" -> interchangeReference = value;
      case "AGO" -> answeredDocument = value;
      case "ACW" -> answeredMessage = value;
      case "Z08" -> current.ifPresent(error -> error.nextGridOperator(value));
      case "TN" -> {}
      default -> notAllowed("RFF", qualifier);
    }
  }

  private void party() {
    String qualifier = segment.text(1, 1);
    switch (qualifier) {
      case "MS" -> {
        senderSeen = true;
        same(reader.header().map(InterchangeHeader::sender));
      }
      case "MR" -> {
        recipientSeen = true;
        same(reader.header().map(InterchangeHeader::recipient));
      }
      default -> notAllowed("NAD", qualifier);
    }
  }

  private void same(Optional<String> expected) {
    String code = segment.text(2, 1);
    if (expected.filter(code::equals).isEmpty()) {
      String text = "NAD names '" + code + "', UNB '" + expected.orElse("") + "'";
      reader.report(FindingCode.PARTY_DIFFERS, 2, 1, text);
    }
  }

  private void error() {
    endError();
    count++;
    String code = segment.text(1, 1);
    if (AperakCode.of(code).isEmpty()) {
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 1, "APERAK has no error '" + code + "'");
    }
    if (count == MAX_ERRORS + 1) {
      String text = "of an APERAK " + MAX_ERRORS + " errors are kept, further ones are not";
      reader.report(FindingCode.REPETITION_EXCEEDED, 0, 0, text);
    }
    current = count <= MAX_ERRORS ? Optional.of(new ErrorParser(code)) : Optional.empty();
  }

  private void text() {
    if (count == 0) {
      reader.report(FindingCode.SEGMENT_UNEXPECTED, 0, 0, "FTX stands behind ERC");
    } else if (!current.map(error -> error.text(segment)).orElse(true)) {
      notAllowed("FTX", segment.text(1, 1));
    }
  }

  private void endError() {
    current.ifPresent(error -> errors.add(error.build()));
    current = Optional.empty();
  }

  private void notAllowed(String tag, String qualifier) {
    String text = tag + " has no qualifier '" + qualifier + "' here";
    reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 1, text);
  }

  private void required(boolean missing, String tag, String text) {
    if (missing) {
      report(FindingCode.SEGMENT_MISSING, tag, text);
    }
  }

  private void report(FindingCode code, String tag, String text) {
    reader.report(code, reader.position(lastHeadSegment, tag, 0, 0), text);
  }
}
