package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;
import org.nachbarstrom.edifact.core.validation.ValidationReport;

class HostileInputTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String GOOD =
      MsconsText.interchange(
          MsconsText.message("M1", MsconsText.profile(NOON, "220:1", "Z18:0.5")),
          MsconsText.message("M2", MsconsText.profile(NOON, "220:2", "220:3")));

  @Test
  void saysWhatIsMissingInEmptyAndForeignInput() throws IOException {
    assertThat(codes("")).containsExactly(FindingCode.INPUT_EMPTY);
    assertThat(codes("\r\n  ")).containsExactly(FindingCode.INPUT_EMPTY);
    assertThat(codes("<xml/>")).containsExactly(FindingCode.HEADER_MISSING);
    assertThat(codes("{\"it's\":1}'")).containsExactly(FindingCode.HEADER_MISSING);
    assertThat(codes("UNH+1+MSCONS:D:04B:UN:2.5'")).containsExactly(FindingCode.HEADER_MISSING);
    assertThat(codes("UNA:+?? '")).containsExactly(FindingCode.SERVICE_CHARACTERS_INVALID);
    assertThat(codes("UNB+UNOC:3'"))
        .containsExactly(
            FindingCode.HEADER_ELEMENT_MISSING,
            FindingCode.HEADER_ELEMENT_MISSING,
            FindingCode.HEADER_ELEMENT_INVALID,
            FindingCode.HEADER_ELEMENT_MISSING);
  }

  @Test
  void readsWhatCanBeReadOfATruncatedInterchange() throws IOException {
    String truncated = GOOD.substring(0, GOOD.indexOf("UNT", GOOD.indexOf("M2")) + 2);
    ValidationReport report = validate(stream(truncated));
    assertThat(report.messages()).hasSize(2);
    assertThat(report.messages().getFirst().accepted()).isTrue();
    assertThat(report.messages().getLast().findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.MESSAGE_TRAILER_MISSING);
    assertThat(codes(truncated)).containsExactly(FindingCode.TRAILER_MISSING);
  }

  @Test
  void findsWhatStandsOutsideMessages() throws IOException {
    assertThat(codes(GOOD + "UNB+x'")).containsExactly(FindingCode.SEGMENT_OUTSIDE_MESSAGE);
    assertThat(codes(GOOD + "x")).containsExactly(FindingCode.SEGMENT_OUTSIDE_MESSAGE);
    assertThat(codes(MsconsText.UNB + "UNG+1'"))
        .containsExactly(FindingCode.SEGMENT_OUTSIDE_MESSAGE);
    assertThat(codes(MsconsText.UNB + "FTX+" + "x".repeat(100_000)))
        .containsExactly(FindingCode.INTERCHANGE_UNREADABLE);
  }

  @Test
  void stopsAtASegmentWithoutEnd() throws IOException {
    InputStream endless =
        new SequenceInputStream(
            stream(GOOD.substring(0, GOOD.indexOf("QTY"))), new EndlessStream());
    ValidationReport report = validate(endless);
    assertThat(report.messages().getFirst().findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.SEGMENT_TOO_LONG);
    assertThat(report.interchange().contrlDue()).isTrue();
  }

  @Test
  void findsControlCharactersAndDoubleReferences() throws IOException {
    String binary = GOOD.replace("DOC1", "D\u0000C1");
    assertThat(validate(stream(binary)).messages().getFirst().findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.CHARACTER_INVALID);
    String twice = GOOD.replace("M2", "M1");
    assertThat(validate(stream(twice)).messages().getLast().findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.MESSAGE_REFERENCE_REPEATED);
  }

  @Test
  void hasAnAnswerForEveryCut() throws IOException {
    for (int end = 0; end < GOOD.length() - 1; end++) {
      ValidationReport report = validate(stream(GOOD.substring(0, end)));
      assertThat(report.interchange().syntaxValid()).as("cut at %d", end).isFalse();
    }
  }

  @Test
  void hasAnAnswerForEveryDamage() throws IOException {
    Random random = new Random(7);
    byte[] good = GOOD.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = good.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      ValidationReport report = validate(new ByteArrayInputStream(damaged));
      report
          .messages()
          .forEach(message -> assertThat(message.accepted()).isEqualTo(message.values() > 0));
    }
  }

  private static List<FindingCode> codes(String text) throws IOException {
    return validate(stream(text)).interchange().findings().stream().map(Finding::code).toList();
  }

  private static ValidationReport validate(InputStream in) throws IOException {
    return InterchangeValidation.validate(in, ReadOptions.DEFAULT);
  }

  private static InputStream stream(String text) {
    return MsconsText.stream(text);
  }

  private static final class EndlessStream extends InputStream {
    @Override
    public int read() {
      return 'x';
    }
  }
}
