package org.nachbarstrom.edifact.core.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;
import org.nachbarstrom.edifact.core.syntax.UnocText;

/**
 * The interchange that carries answers: UNA, UNB with the parties of the answered interchange
 * swapped, messages with references 1, 2 and so on, UNZ. Held in memory.
 */
public final class AnswerInterchange {
  /** Most messages, since UNZ has six digits to count them. */
  public static final int MAX_MESSAGES = 999_999;

  private static final int MAX_REFERENCE = 14;
  private static final int MAX_PARTY = 35;
  private static final int MAX_QUALIFIER = 4;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);

  private final SegmentWriter out = new SegmentWriter(ServiceCharacters.DEFAULT);
  private final String reference;
  private int messages;
  private int segmentsBefore;

  /**
   * An interchange from the recipient of the answered one to its sender.
   *
   * @param answered UNB of the answered interchange
   * @param reference our own reference, 1 to 14 characters of UNOC
   * @param at when it is made
   * @throws IllegalArgumentException if the reference is not as described
   */
  public AnswerInterchange(InterchangeHeader answered, String reference, Instant at) {
    if (reference.isEmpty() || !UnocText.of(reference, MAX_REFERENCE).equals(reference)) {
      throw new IllegalArgumentException(
          "an interchange reference has 1 to 14 characters of UNOC: '" + reference + "'");
    }
    this.reference = reference;
    out.una()
        .segment("UNB")
        .element("UNOC", "3")
        .element(party(answered.recipient()), qualifier(answered.recipientQualifier()))
        .element(party(answered.sender()), qualifier(answered.senderQualifier()))
        .element(DATE.format(at), TIME.format(at))
        .element(reference)
        .end();
  }

  /**
   * Begins a message.
   *
   * @param identifier type, version, release, agency and version of the market's description
   * @return where its segments are written to
   * @throws IllegalStateException if the interchange is full
   */
  public SegmentWriter begin(String... identifier) {
    if (messages == MAX_MESSAGES) {
      throw new IllegalStateException("an interchange has at most " + MAX_MESSAGES + " messages");
    }
    messages++;
    segmentsBefore = out.segments();
    return out.segment("UNH").element(Integer.toString(messages)).element(identifier).end();
  }

  /** Ends the message. */
  public void end() {
    int count = out.segments() - segmentsBefore + 1;
    String number = Integer.toString(messages);
    out.segment("UNT").element(Integer.toString(count)).element(number).end();
  }

  /** Messages begun so far. */
  public int messages() {
    return messages;
  }

  /** Bytes written so far. */
  public int sizeBytes() {
    return out.size();
  }

  /** Ends the interchange and gives it in ISO 8859-1. */
  public byte[] finish() {
    out.segment("UNZ").element(Integer.toString(messages)).element(reference).end();
    return out.toByteArray();
  }

  private static String party(String code) {
    return UnocText.of(code, MAX_PARTY);
  }

  private static String qualifier(String code) {
    return UnocText.of(code, MAX_QUALIFIER);
  }
}
