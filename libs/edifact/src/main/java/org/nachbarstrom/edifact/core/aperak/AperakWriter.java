package org.nachbarstrom.edifact.core.aperak;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.nachbarstrom.edifact.core.answer.AnswerInterchange;
import org.nachbarstrom.edifact.core.interchange.CodeIssuer;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.UnocText;

/**
 * Writes the APERAK messages that answer an interchange, in one interchange, one message for each
 * message answered. Texts are brought into UNOC and cut to 512 characters. The interchange is held
 * in memory, about 200 bytes for an acknowledgement; the caller begins another one where it gets
 * too large.
 *
 * <p>Contact data are not written: 2.1i allows them, 2.2 does not know them.
 */
public final class AperakWriter {
  /** Most errors of a message (group 4). */
  static final int MAX_ERRORS = 99_999;

  private static final String ACKNOWLEDGED = "312";
  private static final String REFUSED = "313";
  private static final int MAX_TEXT = 512;
  private static final int MAX_TEXTS = 5;
  private static final int MAX_DOCUMENT = 35;
  private static final int MAX_REFERENCE = 70;
  private static final int MAX_CODE = 8;
  private static final int MAX_PARTY = 35;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm'+00'").withZone(ZoneOffset.UTC);

  private final InterchangeHeader answered;
  private final AnswerInterchange interchange;

  /**
   * An interchange of answers.
   *
   * @param answered UNB of the answered interchange
   * @param reference our own interchange reference, up to 14 characters
   * @param at when it is made, not before the messages in it
   */
  public AperakWriter(InterchangeHeader answered, String reference, Instant at) {
    this.answered = answered;
    this.interchange = new AnswerInterchange(answered, reference, at);
  }

  /**
   * Adds a message.
   *
   * @throws IllegalArgumentException if it has no document number of its own, does not tell which
   *     interchange it answers, or refuses without an error
   * @throws IllegalStateException if the interchange is full
   */
  public AperakWriter add(AperakMessage message) {
    check(message);
    String version = AperakVersion.at(message.createdAt()).number();
    SegmentWriter out = interchange.begin("APERAK", "D", "07B", "UN", version);
    writeHead(out, message);
    message.errors().stream()
        .limit(MAX_ERRORS)
        .forEach(error -> writeError(out, message.answered(), error));
    interchange.end();
    return this;
  }

  /** Messages added so far. */
  public int messages() {
    return interchange.messages();
  }

  /** Bytes written so far. */
  public int sizeBytes() {
    return interchange.sizeBytes();
  }

  /**
   * Ends the interchange and gives it in ISO 8859-1.
   *
   * @throws IllegalStateException if it has no message
   */
  public byte[] finish() {
    if (interchange.messages() == 0) {
      throw new IllegalStateException("an interchange has at least one message");
    }
    return interchange.finish();
  }

  private static void check(AperakMessage message) {
    if (clean(message.documentNumber(), MAX_DOCUMENT).isEmpty()) {
      throw new IllegalArgumentException("an APERAK has a document number");
    }
    AnsweredMessage answered = message.answered();
    if (clean(answered.interchangeReference(), MAX_REFERENCE).isEmpty()
        || answered.preparedAt().isEmpty()) {
      throw new IllegalArgumentException("an APERAK names the interchange it answers");
    }
    if (message.accepted() == message.errors().isEmpty()) {
      return;
    }
    throw new IllegalArgumentException("a refusal reports at least one error");
  }

  private void writeHead(SegmentWriter out, AperakMessage message) {
    AnsweredMessage original = message.answered();
    out.segment("BGM")
        .element(message.accepted() ? ACKNOWLEDGED : REFUSED)
        .element(clean(message.documentNumber(), MAX_DOCUMENT))
        .end();
    time(out, "137", message.createdAt());
    reference(out, "ACE", original.interchangeReference());
    time(out, "171", original.preparedAt().orElseThrow());
    if (message.accepted()) {
      reference(out, "AGO", original.documentNumber());
    }
    party(out, "MS", answered.recipient(), answered.recipientQualifier());
    party(out, "MR", answered.sender(), answered.senderQualifier());
  }

  private static void writeError(SegmentWriter out, AnsweredMessage original, AperakError error) {
    out.segment("ERC").element(clean(error.code(), MAX_CODE)).end();
    texts(out, "ABO", error.deviation());
    reference(out, "ACW", original.messageReference());
    reference(out, "AGO", original.documentNumber());
    texts(out, "AAO", error.description());
    if (!error.segmentName().isEmpty()) {
      texts(out, "Z02", List.of(error.segmentName(), error.segmentText()));
    }
    reference(out, "Z08", error.nextGridOperator());
  }

  private static void time(SegmentWriter out, String qualifier, Instant time) {
    out.segment("DTM").element(qualifier, TIME.format(time), "303").end();
  }

  /** A reference, if there is one. */
  private static void reference(SegmentWriter out, String qualifier, String value) {
    String sent = clean(value, MAX_REFERENCE);
    if (!sent.isEmpty()) {
      out.segment("RFF").element(qualifier, sent).end();
    }
  }

  private static void party(
      SegmentWriter out, String qualifier, String code, String codeQualifier) {
    String agency = CodeIssuer.of(code, codeQualifier).messageQualifier();
    out.segment("NAD").element(qualifier).element(clean(code, MAX_PARTY), "", agency).end();
  }

  /** Up to five texts; none is written where the first is empty. */
  private static void texts(SegmentWriter out, String qualifier, List<String> texts) {
    String[] sent =
        texts.stream().limit(MAX_TEXTS).map(text -> clean(text, MAX_TEXT)).toArray(String[]::new);
    if (sent.length > 0 && !sent[0].isEmpty()) {
      out.segment("FTX").element(qualifier).element().element().element(sent).end();
    }
  }

  private static String clean(String text, int maxLength) {
    return UnocText.of(text, maxLength);
  }
}
