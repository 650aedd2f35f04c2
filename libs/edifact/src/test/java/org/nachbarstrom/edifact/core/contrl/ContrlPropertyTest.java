package org.nachbarstrom.edifact.core.contrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nachbarstrom.edifact.core.AnswerStructure;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingLevel;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.answer.AnyFindings;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ElementError;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.MessageReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.SegmentReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ServiceError;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageErrors;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

class ContrlPropertyTest {
  private static final Instant AT = Instant.parse("2026-11-22T05:10:00Z");

  @Property(tries = 300)
  void whateverIsFoundTheContrlIsOfRightStructureAndReadWithoutFindings(
      @ForAll("headers") InterchangeHeader header,
      @ForAll("findings") List<Finding> findings,
      @ForAll("errors") List<MessageErrors> errors)
      throws IOException {
    InterchangeResult result =
        new InterchangeResult(Optional.of(header), errors.size(), findings, errors, false);
    byte[] contrl =
        result.contrlDue() ? Contrl.refuse(result, "CTR1", AT) : Contrl.confirm(result, "CTR1", AT);
    AnswerStructure.check(contrl);
    ContrlResult read = read(contrl);
    assertThat(read.findings()).isEmpty();
    ContrlMessage message = read.message().orElseThrow();
    assertThat(message.interchangeReference()).isEqualTo(header.reference());
    assertThat(message.sender()).isEqualTo(header.sender());
    assertThat(message.accepted()).isEqualTo(result.syntaxValid());
    assertThat(message.error().isPresent()).isEqualTo(!findings.isEmpty());
    assertThat(message.messages()).hasSize(findings.isEmpty() ? errors.size() : 0);
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(
      @ForAll("headers") InterchangeHeader header, @ForAll("messages") ContrlMessage message)
      throws IOException {
    ContrlResult read = read(ContrlWriter.write(header, message, "CTR1", AT));
    assertThat(read.findings()).isEmpty();
    assertThat(read.message()).hasValue(message);
  }

  @Property(tries = 500)
  void spoiltInputIsReadToItsEnd(
      @ForAll("headers") InterchangeHeader header,
      @ForAll("messages") ContrlMessage message,
      @ForAll List<Short> places,
      @ForAll byte[] replacements)
      throws IOException {
    byte[] contrl = ContrlWriter.write(header, message, "CTR1", AT);
    for (int i = 0; i < Math.min(places.size(), replacements.length); i++) {
      contrl[Math.floorMod(places.get(i), contrl.length)] = replacements[i];
    }
    List<ContrlResult> read = new ArrayList<>();
    ContrlReader.read(new ByteArrayInputStream(contrl), ReadOptions.DEFAULT, read::add);
    assertThat(read.size()).isLessThanOrEqualTo(contrl.length);
  }

  private static ContrlResult read(byte[] contrl) throws IOException {
    List<ContrlResult> read = new ArrayList<>();
    InterchangeResult result =
        ContrlReader.read(new ByteArrayInputStream(contrl), ReadOptions.DEFAULT, read::add);
    assertThat(result.syntaxValid()).isTrue();
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  @Provide
  Arbitrary<InterchangeHeader> headers() {
    return AnyFindings.header();
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    return AnyFindings.finding(FindingLevel.INTERCHANGE).list().ofMaxSize(2);
  }

  @Provide
  Arbitrary<List<MessageErrors>> errors() {
    return AnyFindings.errors().list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<ContrlMessage> messages() {
    Arbitrary<Optional<ServiceError>> service =
        error(List.of("UNA", "UNB", "UNZ"), List.of(2, 12, 13, 29)).optional();
    Arbitrary<List<MessageReport>> reports = report().list().ofMaxSize(4);
    Arbitrary<InterchangeHeader> parties = AnyFindings.header();
    return Combinators.combine(parties, Arbitraries.of(true, false), service, reports)
        .as((header, accepted, error, messages) ->
            new ContrlMessage(
                header.reference(),
                header.sender(),
                header.senderQualifier(),
                header.recipient(),
                header.recipientQualifier(),
                accepted,
                accepted ? Optional.empty() : error,
                accepted ? List.of() : messages));
  }

  private static Arbitrary<ServiceError> error(List<String> segments, List<Integer> codes) {
    return Combinators.combine(
            Arbitraries.of(codes),
            Arbitraries.of(segments),
            Arbitraries.integers().between(0, 998),
            Arbitraries.integers().between(0, 999))
        .as((code, segment, element, component) ->
            new ServiceError(code, segment, element, element == 0 ? 0 : component));
  }

  private static Arbitrary<MessageReport> report() {
    Arbitrary<MessageHeader> headers =
        Combinators.combine(AnyFindings.text(1, 14), AnyFindings.text(1, 6))
            .as((reference, version) ->
                new MessageHeader(reference, "MSCONS", "D:04B:UN", version));
    Arbitrary<ElementError> elements =
        Combinators.combine(
                Arbitraries.of(12, 19, 40),
                Arbitraries.integers().between(0, 998),
                Arbitraries.integers().between(0, 999))
            .as(ElementError::new);
    Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 999_999);
    Arbitrary<SegmentReport> whole =
        Combinators.combine(numbers, Arbitraries.of(13, 15, 36))
            .as((number, code) -> new SegmentReport(number, code, List.of()));
    Arbitrary<SegmentReport> detailed =
        Combinators.combine(numbers, elements.list().ofMinSize(1).ofMaxSize(5))
            .as((number, errors) -> new SegmentReport(number, 0, errors));
    return Combinators.combine(
            headers,
            error(List.of("UNH", "UNT"), List.of(13, 28, 39)).optional(),
            Arbitraries.oneOf(whole, detailed).list().ofMinSize(1).ofMaxSize(5))
        .as(MessageReport::new);
  }
}
