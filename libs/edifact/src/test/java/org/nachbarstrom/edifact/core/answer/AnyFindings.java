package org.nachbarstrom.edifact.core.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.FindingLevel;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.MessageErrors;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/** Any findings and headers, for tests of what is made of them. */
public final class AnyFindings {
  private AnyFindings() {}

  /** A finding of a level with any code, place and texts. */
  public static Arbitrary<Finding> finding(FindingLevel level) {
    List<FindingCode> codes =
        List.of(FindingCode.values()).stream().filter(code -> code.level() == level).toList();
    Arbitrary<String> tags =
        level == FindingLevel.INTERCHANGE
            ? Arbitraries.of("UNA", "UNB", "UNZ")
            : Arbitraries.of("UNH", "UNT", "DTM", "QTY", "NAD", "???");
    Arbitrary<Position> positions =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_200_000),
                tags,
                Arbitraries.integers().between(0, 1_500),
                Arbitraries.integers().between(0, 1_500))
            .as((segment, tag, element, component) ->
                new Position("M1", segment, tag, element, component));
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(700);
    return Combinators.combine(Arbitraries.of(codes), positions, texts, texts, texts)
        .as((code, position, text, segment, name) ->
            new Finding(code, position, text, position.tag() + "+" + segment, name));
  }

  /** Printable ISO 8859-1 without blanks, as long as a component may be. */
  public static Arbitrary<String> text(int min, int max) {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withCharRange('\u00a1', '\u00ff')
        .ofMinLength(min)
        .ofMaxLength(max);
  }

  /** A header as a reader gives it. */
  public static Arbitrary<InterchangeHeader> header() {
    return Combinators.combine(text(1, 35), text(0, 3), text(1, 35), text(0, 3), text(1, 14))
        .as((sender, senderQualifier, recipient, recipientQualifier, reference) ->
            new InterchangeHeader(
                sender,
                senderQualifier,
                recipient,
                recipientQualifier,
                Optional.of(Instant.parse("2026-11-22T05:00:00Z")),
                reference,
                "TL"));
  }

  /** A message with syntax errors, its UNH as sent or spoilt. */
  public static Arbitrary<MessageErrors> errors() {
    Arbitrary<String> component = Arbitraries.strings().ofMaxLength(20);
    Arbitrary<MessageHeader> any =
        Combinators.combine(component, component, component, component).as(MessageHeader::new);
    Arbitrary<MessageHeader> right =
        text(1, 14).map(reference -> new MessageHeader(reference, "MSCONS", "D:04B:UN", "2.5"));
    return Combinators.combine(
            Arbitraries.oneOf(any, right),
            finding(FindingLevel.MESSAGE).list().ofMinSize(1).ofMaxSize(30))
        .as(MessageErrors::new);
  }
}
