package org.nachbarstrom.edifact.core.contrl;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageErrors;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;

/**
 * Writes a CONTRL that refuses an interchange.
 *
 * <p>An error of the interchange goes into UCI, alone; otherwise each message with errors has an
 * UCM, errors of its UNH and UNT (the first of them) within it, others in UCS and UCD. Element
 * positions count the tag as 1 (data element 0098).
 */
public final class Contrl {
  private static final String REFUSED = "4";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);

  private final SegmentWriter out = new SegmentWriter(ServiceCharacters.DEFAULT);

  private Contrl() {}

  /**
   * The CONTRL for an interchange.
   *
   * @param result what was found; {@link InterchangeResult#contrlDue} must hold
   * @param reference reference of the CONTRL's own interchange, up to 14 characters
   * @param at when it is made
   * @return the interchange in ISO 8859-1, from its recipient to its sender
   * @throws IllegalArgumentException if no CONTRL is due
   */
  public static byte[] refuse(InterchangeResult result, String reference, Instant at) {
    if (!result.contrlDue()) {
      throw new IllegalArgumentException("no CONTRL answers this interchange");
    }
    return new Contrl().write(result, reference, at);
  }

  private byte[] write(InterchangeResult result, String reference, Instant at) {
    InterchangeHeader header = result.header().orElseThrow();
    out.una()
        .segment("UNB")
        .element("UNOC", "3")
        .element(header.recipient(), header.recipientQualifier())
        .element(header.sender(), header.senderQualifier())
        .element(DATE.format(at), TIME.format(at))
        .element(reference)
        .end();
    int before = out.segments();
    out.segment("UNH").element("1").element("CONTRL", "D", "3", "UN", "2.0b").end();
    writeInterchange(header, result.findings());
    if (result.findings().isEmpty()) {
      result.messageErrors().forEach(this::writeMessage);
    }
    int count = out.segments() - before + 1;
    out.segment("UNT").element(Integer.toString(count)).element("1").end();
    out.segment("UNZ").element("1").element(reference).end();
    return out.toByteArray();
  }

  private void writeInterchange(InterchangeHeader header, List<Finding> findings) {
    out.segment("UCI")
        .element(header.reference())
        .element(header.sender(), header.senderQualifier())
        .element(header.recipient(), header.recipientQualifier())
        .element(REFUSED);
    if (!findings.isEmpty()) {
      writeService(findings.getFirst());
    }
    out.end();
  }

  private void writeMessage(MessageErrors errors) {
    MessageHeader header = errors.header();
    out.segment("UCM").element(header.reference());
    String[] directory = (header.type() + ":" + header.directory()).split(":", -1);
    List<String> identifier = new ArrayList<>(List.of(directory));
    identifier.add(header.version());
    out.element(identifier.toArray(String[]::new)).element(REFUSED);
    errors.findings().stream()
        .filter(Contrl::aboutService)
        .findFirst()
        .ifPresent(this::writeService);
    out.end();
    Map<Integer, List<Finding>> bySegment = new LinkedHashMap<>();
    errors.findings().stream()
        .filter(finding -> !aboutService(finding))
        .forEach(finding ->
            bySegment
                .computeIfAbsent(finding.position().segment(), number -> new ArrayList<>())
                .add(finding));
    bySegment.forEach(this::writeSegment);
  }

  private void writeSegment(int number, List<Finding> findings) {
    out.segment("UCS").element(Integer.toString(number));
    List<Finding> elements =
        findings.stream().filter(finding -> finding.position().element() > 0).toList();
    if (elements.isEmpty()) {
      out.element(code(findings.getFirst()));
    }
    out.end();
    for (Finding finding : elements) {
      out.segment("UCD").element(code(finding));
      writePosition(finding.position());
      out.end();
    }
  }

  private void writeService(Finding finding) {
    out.element(code(finding)).element(finding.position().tag());
    writePosition(finding.position());
  }

  private void writePosition(Position position) {
    if (position.element() > 0) {
      String component = position.component() > 0 ? Integer.toString(position.component()) : "";
      out.element(Integer.toString(position.element() + 1), component);
    }
  }

  private static boolean aboutService(Finding finding) {
    String tag = finding.position().tag();
    return tag.equals("UNH") || tag.equals("UNT");
  }

  private static String code(Finding finding) {
    return Integer.toString(finding.code().contrlCode());
  }
}
