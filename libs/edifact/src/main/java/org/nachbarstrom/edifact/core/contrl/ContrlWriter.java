package org.nachbarstrom.edifact.core.contrl;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.answer.AnswerInterchange;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ElementError;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.MessageReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.SegmentReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ServiceError;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.UnocText;

/**
 * Writes a CONTRL 2.0b. What it repeats of the answered interchange is cut to the lengths of
 * CONTRL; what is mandatory and was not sent becomes X.
 */
final class ContrlWriter {
  private static final String REFUSED = "4";
  private static final String ACCEPTED = "7";
  private static final String ABSENT = "X";
  private static final int MAX_REFERENCE = 14;
  private static final int MAX_PARTY = 35;
  private static final int MAX_QUALIFIER = 3;
  private static final int MAX_NUMBER = 999_999;
  private static final int MAX_POSITION = 999;

  /** Longest type, version, release, agency and version of the market's description. */
  private static final int[] MAX_IDENTIFIER = {6, 1, 3, 2, 6};

  private final AnswerInterchange interchange;
  private final SegmentWriter out;

  private ContrlWriter(AnswerInterchange interchange) {
    this.interchange = interchange;
    this.out = interchange.begin("CONTRL", "D", "3", "UN", "2.0b");
  }

  static byte[] write(
      InterchangeHeader answered, ContrlMessage message, String reference, Instant at) {
    ContrlWriter writer = new ContrlWriter(new AnswerInterchange(answered, reference, at));
    writer.writeInterchange(message);
    message.messages().forEach(writer::writeMessage);
    writer.interchange.end();
    return writer.interchange.finish();
  }

  private void writeInterchange(ContrlMessage message) {
    out.segment("UCI")
        .element(mandatory(message.interchangeReference(), MAX_REFERENCE))
        .element(party(message.sender()), qualifier(message.senderQualifier()))
        .element(party(message.recipient()), qualifier(message.recipientQualifier()))
        .element(message.accepted() ? ACCEPTED : REFUSED);
    message.error().ifPresent(this::writeService);
    out.end();
  }

  private void writeMessage(MessageReport report) {
    MessageHeader header = report.header();
    out.segment("UCM")
        .element(mandatory(header.reference(), MAX_REFERENCE))
        .element(identifier(header))
        .element(REFUSED);
    report.error().ifPresent(this::writeService);
    out.end();
    report.segments().forEach(this::writeSegment);
  }

  private void writeSegment(SegmentReport report) {
    out.segment("UCS").element(number(Math.max(report.number(), 1), MAX_NUMBER));
    if (report.elements().isEmpty()) {
      out.element(Integer.toString(report.code()));
    }
    out.end();
    for (ElementError error : report.elements()) {
      out.segment("UCD").element(Integer.toString(error.code()));
      writePosition(error.element(), error.component());
      out.end();
    }
  }

  private void writeService(ServiceError error) {
    out.element(Integer.toString(error.code())).element(error.segment());
    if (error.element() > 0) {
      writePosition(error.element(), error.component());
    }
  }

  /** The standard counts the tag as the first element. */
  private void writePosition(int element, int component) {
    out.element(
        number(element + 1, MAX_POSITION), component > 0 ? number(component, MAX_POSITION) : "");
  }

  private static String[] identifier(MessageHeader header) {
    List<String> parts = new ArrayList<>();
    parts.add(header.type());
    parts.addAll(List.of(header.directory().split(":", -1)));
    while (parts.size() < MAX_IDENTIFIER.length - 1) {
      parts.add("");
    }
    parts.add(MAX_IDENTIFIER.length - 1, header.version());
    String[] identifier = new String[MAX_IDENTIFIER.length];
    for (int i = 0; i < identifier.length; i++) {
      identifier[i] = mandatory(parts.get(i), MAX_IDENTIFIER[i]);
    }
    return identifier;
  }

  private static String party(String code) {
    return mandatory(code, MAX_PARTY);
  }

  private static String qualifier(String code) {
    return UnocText.of(code, MAX_QUALIFIER);
  }

  private static String mandatory(String text, int maxLength) {
    String sent = UnocText.of(text, maxLength);
    return sent.isEmpty() ? ABSENT : sent;
  }

  private static String number(int value, int max) {
    return Integer.toString(Math.min(value, max));
  }
}
