package org.nachbarstrom.edifact.core.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.PlainInterchange;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;
import org.nachbarstrom.quantities.MarketPartnerCode;

class InterchangeWriterTest {
  private static final MarketPartnerCode BDEW = new MarketPartnerCode("9900000000011");
  private static final MarketPartnerCode DVGW = new MarketPartnerCode("9800000000013");
  private static final MarketPartnerCode GLN = new MarketPartnerCode("4012345393651");
  private static final Instant CREATED = Instant.parse("2026-10-31T23:05:59Z");

  private final MemoryTarget target = new MemoryTarget();
  private final AtomicInteger numbers = new AtomicInteger();

  @Test
  void headerNamesPartiesByTheirIssuersAndTheTimeInUtc() throws IOException {
    assertThat(one(envelope(BDEW, GLN, false)))
        .startsWith("UNA:+.? 'UNB+UNOC:3+9900000000011:500+4012345393651:14+261031:2305+REF1++TL'")
        .endsWith("UNZ+1+REF1'");
    assertThat(one(envelope(DVGW, BDEW, false))).contains("+9800000000013:502+9900000000011:500+");
  }

  @Test
  void testsAreMarked() throws IOException {
    assertThat(one(envelope(BDEW, BDEW, true))).contains("+REF1++TL++++1'");
  }

  @Test
  void issuersHaveTheirCodesInMessages() {
    assertThat(CodeIssuer.of(BDEW).messageQualifier()).isEqualTo("293");
    assertThat(CodeIssuer.of(DVGW).messageQualifier()).isEqualTo("332");
    assertThat(CodeIssuer.of(GLN).messageQualifier()).isEqualTo("9");
  }

  @Test
  void splitsByNumberOfMessages() throws IOException {
    List<WrittenInterchange> parts = write(new InterchangeLimits(1_000_000, 3), 7);

    assertThat(parts).extracting(WrittenInterchange::messages).containsExactly(3, 3, 1);
    assertThat(parts)
        .extracting(WrittenInterchange::reference)
        .containsExactly("REF1", "REF2", "REF3");
    assertWhole(parts);
  }

  @Test
  void splitsBySizeAndNeverExceedsIt() throws IOException {
    long limit = 300;

    List<WrittenInterchange> parts = write(new InterchangeLimits(limit, 100), 20);

    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts.stream().mapToInt(WrittenInterchange::messages).sum()).isEqualTo(20);
    assertThat(parts).allSatisfy(part -> assertThat(part.bytes()).isLessThanOrEqualTo(limit));
    assertWhole(parts);
  }

  @Test
  void aMessageThatFitsNowhereIsLeftOutAndTheOthersGoOn() throws IOException {
    InterchangeEnvelope envelope = envelope(BDEW, BDEW, false);
    try (InterchangeWriter writer =
        new InterchangeWriter(envelope, this::reference, new InterchangeLimits(300, 9), target)) {
      assertThat(writer.add(message(writer.nextMessageReference(), ""))).contains("REF1");
      assertThat(writer.add(message(writer.nextMessageReference(), "X".repeat(300)))).isEmpty();
      assertThat(writer.add(message(writer.nextMessageReference(), ""))).contains("REF1");

      List<WrittenInterchange> parts = writer.finish();

      assertThat(parts).hasSize(1);
      assertWhole(parts);
    }
  }

  @Test
  void withoutMessagesNothingIsWritten() throws IOException {
    assertThat(write(InterchangeLimits.DEFAULT, 0)).isEmpty();
    assertThat(numbers).hasValue(0);
  }

  @Test
  void aSourceThatRepeatsItsReferencesIsRefused() throws IOException {
    InterchangeEnvelope envelope = envelope(BDEW, BDEW, false);
    try (InterchangeWriter writer =
        new InterchangeWriter(envelope, () -> "SAME", new InterchangeLimits(300, 1), target)) {
      assertThat(writer.add(message(writer.nextMessageReference(), ""))).contains("SAME");

      assertThatThrownBy(() -> writer.add(message(writer.nextMessageReference(), "")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("SAME");
    }
  }

  @Test
  void abandonedInterchangesAreClosed() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayOutputStream stream =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    InterchangeEnvelope envelope = envelope(BDEW, BDEW, false);
    try (InterchangeWriter writer =
        new InterchangeWriter(
            envelope, this::reference, InterchangeLimits.DEFAULT, name -> stream)) {
      writer.add(message("1", ""));
    }

    assertThat(closed).isTrue();
  }

  private void assertWhole(List<WrittenInterchange> parts) {
    for (WrittenInterchange part : parts) {
      byte[] bytes = target.bytes(part);
      PlainInterchange interchange = PlainInterchange.check(bytes);
      assertThat(bytes).hasSize((int) part.bytes());
      assertThat(interchange.segments().getLast())
          .isEqualTo("UNZ+" + part.messages() + "+" + part.reference());
      assertThat(part.fileName().reference()).isEqualTo(part.reference());
    }
  }

  private List<WrittenInterchange> write(InterchangeLimits limits, int messages)
      throws IOException {
    InterchangeEnvelope envelope = envelope(BDEW, BDEW, false);
    try (InterchangeWriter writer =
        new InterchangeWriter(envelope, this::reference, limits, target)) {
      for (int i = 0; i < messages; i++) {
        writer.add(message(writer.nextMessageReference(), ""));
      }
      return writer.finish();
    }
  }

  private String one(InterchangeEnvelope envelope) throws IOException {
    numbers.set(0);
    MemoryTarget memory = new MemoryTarget();
    try (InterchangeWriter writer =
        new InterchangeWriter(envelope, this::reference, InterchangeLimits.DEFAULT, memory)) {
      writer.add(message("1", ""));
      return new String(memory.bytes(writer.finish().getFirst()), StandardCharsets.ISO_8859_1);
    }
  }

  private String reference() {
    return "REF" + numbers.incrementAndGet();
  }

  private static InterchangeEnvelope envelope(
      MarketPartnerCode sender, MarketPartnerCode recipient, boolean test) {
    return new InterchangeEnvelope(
        "MSCONS", ApplicationReference.TIME_SERIES, sender, recipient, CREATED, test);
  }

  private static SegmentWriter message(String reference, String filler) {
    SegmentWriter message = new SegmentWriter(ServiceCharacters.DEFAULT);
    message.segment("UNH").element(reference).element("MSCONS", "D", "04B", "UN", "2.5").end();
    message.segment("BGM").element("7").element("DOC" + filler).end();
    message.segment("UNT").element("3").element(reference).end();
    return message;
  }
}
