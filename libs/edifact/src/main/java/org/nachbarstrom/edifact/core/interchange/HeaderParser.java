package org.nachbarstrom.edifact.core.interchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.nachbarstrom.edifact.core.EnvelopeKnowledge;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;

/** Reads UNB (ISO 9735 version 3; elements as in the market's general rules). */
final class HeaderParser {
  private static final int SYNTAX = 1;
  private static final int SENDER = 2;
  private static final int RECIPIENT = 3;
  private static final int PREPARED = 4;
  private static final int REFERENCE = 5;
  private static final int APPLICATION = 7;
  private static final int TEST = 11;
  private static final int MAX_PARTY = 35;
  private static final int MAX_REFERENCE = 14;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm").withResolverStyle(ResolverStyle.STRICT);

  private final SegmentReader segment;
  private final InterchangeReader findings;

  HeaderParser(SegmentReader segment, InterchangeReader findings) {
    this.segment = segment;
    this.findings = findings;
  }

  /** The header, or nothing if parties or reference are missing. */
  Optional<InterchangeHeader> parse(boolean acceptTest) {
    checkSyntax();
    if (!acceptTest && segment.length(TEST, 1) > 0) {
      report(FindingCode.TEST_UNSUPPORTED, TEST, 0, "test interchanges are not taken");
    }
    String sender = required(SENDER, "the sender", MAX_PARTY);
    String recipient = required(RECIPIENT, "the recipient", MAX_PARTY);
    Optional<Instant> prepared = prepared();
    String reference = required(REFERENCE, "the interchange reference", MAX_REFERENCE);
    if (sender.isEmpty() || recipient.isEmpty() || reference.isEmpty()) {
      return Optional.empty();
    }
    checkParties(sender, recipient);
    return Optional.of(
        new InterchangeHeader(
            sender,
            segment.text(SENDER, 2),
            recipient,
            segment.text(RECIPIENT, 2),
            prepared,
            reference,
            segment.text(APPLICATION, 1)));
  }

  private void checkParties(String sender, String recipient) {
    EnvelopeKnowledge known = findings.options().envelope();
    if (!known.addressedToUs(recipient)) {
      report(FindingCode.RECIPIENT_WRONG, RECIPIENT, 1, recipient + " is not received here");
    }
    if (!known.knowsSender(sender)) {
      report(FindingCode.SENDER_UNKNOWN, SENDER, 1, "the sender " + sender + " is not known");
    }
  }

  private void checkSyntax() {
    String identifier = segment.text(SYNTAX, 1);
    String version = segment.text(SYNTAX, 2);
    if (!identifier.equals("UNOC") || !version.equals("3")) {
      report(
          FindingCode.SYNTAX_VERSION_UNSUPPORTED,
          SYNTAX,
          identifier.equals("UNOC") ? 2 : 1,
          "syntax must be UNOC version 3, not '" + identifier + "' version '" + version + "'");
    }
  }

  private String required(int element, String what, int maxLength) {
    String value = segment.text(element, 1);
    int component = element == REFERENCE ? 0 : 1;
    if (value.isBlank()) {
      report(FindingCode.HEADER_ELEMENT_MISSING, element, component, what + " is missing");
      return "";
    }
    if (value.length() > maxLength) {
      String text = what + " has " + value.length() + " characters, more than " + maxLength;
      report(FindingCode.HEADER_ELEMENT_INVALID, element, component, text);
      return value.substring(0, maxLength);
    }
    return value;
  }

  private Optional<Instant> prepared() {
    String text = segment.text(PREPARED, 1) + segment.text(PREPARED, 2);
    try {
      return Optional.of(LocalDateTime.parse("20" + text, TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notATime) {
      report(
          FindingCode.HEADER_ELEMENT_INVALID,
          PREPARED,
          0,
          "date and time of preparation must be YYMMDD:HHMM, not '" + text + "'");
      return Optional.empty();
    }
  }

  private void report(FindingCode code, int element, int component, String text) {
    findings.report(code, Position.service("UNB", element, component), text);
  }
}
