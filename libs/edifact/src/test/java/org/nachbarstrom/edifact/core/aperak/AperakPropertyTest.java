package org.nachbarstrom.edifact.core.aperak;

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
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

class AperakPropertyTest {
  private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

  @Property(tries = 300)
  void whateverIsFoundTheAperakIsOfRightStructureAndReadWithoutFindings(
      @ForAll("headers") InterchangeHeader header, @ForAll("findings") List<Finding> findings)
      throws IOException {
    MessageHeader unh = new MessageHeader("M1", "MSCONS", "D:04B:UN", "2.5");
    AnsweredMessage answered = AnsweredMessage.of(header, unh, "DOC1");
    AperakMessage refusal = AperakMessage.refuse(answered, "D1", AT, findings);
    AperakMessage acknowledgement = AperakMessage.acknowledge(answered, "D2", AT);
    byte[] aperak = new AperakWriter(header, "A1", AT).add(refusal).add(acknowledgement).finish();
    AnswerStructure.check(aperak);
    List<AperakMessage> read = read(aperak);
    assertThat(read.getFirst().errors())
        .extracting(AperakError::code)
        .isEqualTo(refusal.errors().stream().map(AperakError::code).toList());
    assertThat(read.getFirst().answered()).isEqualTo(answered);
    assertThat(read.getLast().accepted()).isTrue();
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(
      @ForAll("headers") InterchangeHeader header, @ForAll("messages") List<AperakMessage> messages)
      throws IOException {
    AperakWriter writer = new AperakWriter(header, "A1", AT);
    messages.forEach(writer::add);
    byte[] aperak = writer.finish();
    assertThat(AnswerStructure.check(aperak)).hasSameSizeAs(messages);
    assertThat(read(aperak)).isEqualTo(messages);
  }

  @Property(tries = 500)
  void spoiltInputIsReadToItsEnd(
      @ForAll("headers") InterchangeHeader header,
      @ForAll("messages") List<AperakMessage> messages,
      @ForAll List<Short> places,
      @ForAll byte[] replacements)
      throws IOException {
    AperakWriter writer = new AperakWriter(header, "A1", AT);
    messages.forEach(writer::add);
    byte[] aperak = writer.finish();
    for (int i = 0; i < Math.min(places.size(), replacements.length); i++) {
      aperak[Math.floorMod(places.get(i), aperak.length)] = replacements[i];
    }
    List<AperakResult> read = new ArrayList<>();
    AperakReader.read(new ByteArrayInputStream(aperak), ReadOptions.DEFAULT, read::add);
    assertThat(read.size()).isLessThanOrEqualTo(aperak.length);
  }

  private static List<AperakMessage> read(byte[] aperak) throws IOException {
    List<AperakMessage> read = new ArrayList<>();
    InterchangeResult result =
        AperakReader.read(
            new ByteArrayInputStream(aperak),
            ReadOptions.DEFAULT,
            message -> {
              assertThat(message.findings()).isEmpty();
              read.add(message.message().orElseThrow());
            });
    assertThat(result.syntaxValid()).isTrue();
    return read;
  }

  @Provide
  Arbitrary<InterchangeHeader> headers() {
    return AnyFindings.header();
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    return AnyFindings.finding(FindingLevel.CONTENT).list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<AperakMessage>> messages() {
    Arbitrary<AperakMessage> refusals =
        Combinators.combine(AnyFindings.text(1, 35), times(), answered(), errors())
            .as((number, at, answered, errors) ->
                new AperakMessage(number, at, false, answered, errors));
    Arbitrary<AperakMessage> acknowledgements =
        Combinators.combine(AnyFindings.text(1, 35), times(), answered())
            .as((number, at, answered) ->
                AperakMessage.acknowledge(
                    new AnsweredMessage(
                        answered.interchangeReference(),
                        answered.preparedAt(),
                        answered.documentNumber(),
                        ""),
                    number,
                    at));
    return Arbitraries.oneOf(refusals, acknowledgements).list().ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<Instant> times() {
    // Whole minutes from 2020 to 2040.
    return Arbitraries.longs()
        .between(26_297_280, 36_816_480)
        .map(minutes -> Instant.ofEpochSecond(minutes * 60));
  }

  private static Arbitrary<AnsweredMessage> answered() {
    return Combinators.combine(
            AnyFindings.text(1, 14), times(), AnyFindings.text(1, 35), AnyFindings.text(1, 14))
        .as((interchange, at, document, message) ->
            new AnsweredMessage(interchange, Optional.of(at), document, message));
  }

  private static Arbitrary<List<AperakError>> errors() {
    Arbitrary<List<String>> texts = AnyFindings.text(1, 512).list().ofMaxSize(5);
    Arbitrary<String> names = AnyFindings.text(1, 512);
    return Combinators.combine(
            Arbitraries.of(AperakCode.values()),
            texts,
            texts,
            names,
            AnyFindings.text(0, 512),
            AnyFindings.text(0, 35))
        .as((code, deviation, description, name, segment, next) ->
            new AperakError(
                code.name(),
                deviation,
                description,
                code.placeRequired() ? name : "",
                code.placeRequired() ? segment : "",
                next))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
