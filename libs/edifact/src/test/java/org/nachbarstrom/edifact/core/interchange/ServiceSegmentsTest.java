package org.nachbarstrom.edifact.core.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.EnvelopeKnowledge;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadLimits;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.syntax.SegmentLimits;

/** Every code that CONTRL 2.0b has for UNA, UNB, UNZ, UNH and UNT. */
class ServiceSegmentsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String GOOD =
      MsconsText.interchange(MsconsText.message("M1", MsconsText.profile(NOON, "220:1")));

  @Test
  void knowsTheCodesOfTheInterchange() throws IOException {
    assertThat(codes(GOOD)).isEmpty();
    assertThat(codes(GOOD.replace("UNOC:3", "UNOC:4"))).containsExactly(2);
    assertThat(codes(GOOD.replace("261122:0500", "269922:0500"))).containsExactly(12);
    assertThat(codes(GOOD.replace("++TL'", "++LG'"))).containsExactly(12);
    assertThat(codes(GOOD.replace("++TL'", "'"))).containsExactly(13);
    assertThat(codes(GOOD.replace("++TL'", "++TL+++++++'"))).containsExactly(16);
    assertThat(codes(GOOD.replace("UNZ+1+REF1", "UNZ+1+REF1+x"))).containsExactly(16);
    assertThat(codes("UNA:+?? '" + GOOD)).containsExactly(20);
    assertThat(codes(GOOD.replace("++TL", "+\u0001+TL"))).containsExactly(21);
    assertThat(codes(GOOD.replace("++TL'", "++TL++++1'"))).containsExactly(25);
    assertThat(codes(GOOD.replace("UNZ+1+REF1", "UNZ+1+REF2"))).containsExactly(28);
    assertThat(codes(GOOD.replace("UNZ+1+", "UNZ+2+"))).containsExactly(29);
    assertThat(codes(MsconsText.interchange())).containsExactly(32);
  }

  @Test
  void asksTheCallerAboutTheParties() throws IOException {
    EnvelopeKnowledge known =
        new EnvelopeKnowledge() {
          @Override
          public boolean addressedToUs(String recipient) {
            return recipient.equals("9900000000029");
          }

          @Override
          public boolean knowsSender(String sender) {
            return sender.equals("9900000000011");
          }
        };
    ReadOptions options = ReadOptions.DEFAULT.withEnvelope(known);
    assertThat(codes(GOOD, options)).isEmpty();
    assertThat(codes(GOOD.replace("+9900000000029:500", "+9900000000037:500"), options))
        .containsExactly(7);
    assertThat(codes(GOOD.replace("+9900000000011:500", "+9900000000037:500"), options))
        .containsExactly(23);
  }

  @Test
  void knowsTheCodesOfMessages() throws IOException {
    assertThat(codes(GOOD.replace("UNH+M1", "UNH+"))).containsExactly(13, 28);
    assertThat(codes(GOOD.replace(":2.5'", ":2.5:x'"))).containsExactly(16);
    assertThat(codes(GOOD.replace(":2.5'", ":2.5++++'"))).containsExactly(16);
    assertThat(codes(GOOD.replace("UNT+17+M1", "UNT+17+M1+x"))).containsExactly(16);
    assertThat(codes(GOOD.replace("M1", "M12345678901234"))).containsExactly(39);
    assertThat(codes(GOOD.replace("UNT+17", "UNT+18"))).containsExactly(29);
    assertThat(codes(GOOD.replace("UNT+17", "UNT+x"))).containsExactly(12);
    assertThat(codes(GOOD.replace("UNT+17+M1", "UNT+17+M2"))).containsExactly(28);
    String message = MsconsText.message("M1", MsconsText.profile(NOON, "220:1"));
    assertThat(codes(MsconsText.interchange(message, message))).containsExactly(26);
  }

  @Test
  void holdsAnInterchangeToOneType() throws IOException {
    String message = MsconsText.message("M1", MsconsText.profile(NOON, "220:1"));
    String other = message.replace("M1", "M2").replace("MSCONS:D:04B", "UTILMD:D:11A");
    assertThat(codes(MsconsText.interchange(message, other))).containsExactly(12);
  }

  @Test
  void stopsAtTheLargestNumberOfMessages() throws IOException {
    ReadOptions options =
        ReadOptions.DEFAULT.withLimits(new ReadLimits(SegmentLimits.DEFAULT, 100, 20, 2, 10));
    String[] messages =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> MsconsText.message("M" + i, List.of()))
            .toArray(String[]::new);
    InterchangeReader reader =
        new InterchangeReader(MsconsText.stream(MsconsText.interchange(messages)), options);
    int begun = 0;
    for (var event = reader.next(); event != InterchangeReader.Event.END; event = reader.next()) {
      begun += event == InterchangeReader.Event.MESSAGE ? 1 : 0;
    }
    assertThat(begun).isEqualTo(2);
    assertThat(reader.result().findings())
        .extracting(f -> f.code().contrlCode())
        .containsExactly(16);
  }

  @Test
  void tellsWhatAnInterchangeCarries() throws IOException {
    assertThat(InterchangeKind.of(MsconsText.stream(GOOD)).messageType()).isEqualTo("MSCONS");
    String contrl =
        "UNB+UNOC:3+9900000000029:500+9900000000011:500+261122:0510+C1'"
            + "UNH+1+CONTRL:D:3:UN:2.0b'UCI+R+a:500+b:500+7'UNT+3+1'UNZ+1+C1'";
    InterchangeKind kind = InterchangeKind.of(MsconsText.stream(contrl));
    assertThat(kind.messageType()).isEqualTo("CONTRL");
    assertThat(kind.header().orElseThrow().reference()).isEqualTo("C1");
    assertThat(InterchangeKind.of(MsconsText.stream("x")).messageType()).isEmpty();
  }

  @Test
  void remembersEveryReferenceExactly() {
    MessageReferences references = new MessageReferences();
    for (int i = 0; i < 100_000; i++) {
      assertThat(references.add("R" + i)).isTrue();
    }
    for (String again : List.of("R0", "R1", "R77777", "R99999")) {
      assertThat(references.add(again)).as(again).isFalse();
    }
    assertThat(references.add("1234567")).isTrue();
    assertThat(references.add("12345678901234")).isTrue();
    assertThat(references.add("12345671234567")).isTrue();
    assertThat(references.add("12345678901234")).isFalse();
    assertThat(references.add("\u0000")).isTrue();
    assertThat(references.add("\u0000\u0000")).isTrue();
  }

  private static List<Integer> codes(String text) throws IOException {
    return codes(text, ReadOptions.DEFAULT);
  }

  private static List<Integer> codes(String text, ReadOptions options) throws IOException {
    InterchangeReader reader = new InterchangeReader(MsconsText.stream(text), options);
    while (reader.next() != InterchangeReader.Event.END) {
      // Nothing to do with the segments.
    }
    List<Finding> findings = new ArrayList<>(reader.result().findings());
    reader.result().messageErrors().forEach(errors -> findings.addAll(errors.findings()));
    return findings.stream().map(finding -> finding.code().contrlCode()).toList();
  }
}
