package org.nachbarstrom.edifact.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.syntax.SegmentReader.Step;

class SegmentReaderTest {
  @Test
  void givesElementsAndComponents() throws IOException {
    SegmentReader reader = reader("UNB+UNOC:3++ref:a:b'UNZ'");
    assertThat(reader.next()).isEqualTo(Step.SEGMENT);
    assertThat(reader.tag()).isEqualTo(Tag.UNB);
    assertThat(reader.elementCount()).isEqualTo(3);
    assertThat(reader.text(1, 1)).isEqualTo("UNOC");
    assertThat(reader.text(1, 2)).isEqualTo("3");
    assertThat(reader.text(1, 3)).isEmpty();
    assertThat(reader.text(2, 1)).isEmpty();
    assertThat(reader.componentCount(3)).isEqualTo(3);
    assertThat(reader.text(3, 3)).isEqualTo("b");
    assertThat(reader.text(9, 1)).isEmpty();
    assertThat(reader.code(3, 1)).isEqualTo(SegmentReader.code("ref"));
    assertThat(reader.next()).isEqualTo(Step.SEGMENT);
    assertThat(reader.elementCount()).isZero();
    assertThat(reader.next()).isEqualTo(Step.END);
  }

  @Test
  void takesReleasedCharactersLiterally() throws IOException {
    SegmentReader reader = reader("PIA+5+1-1?:1.29.0:SRW+O??Brien?'s?+x'");
    reader.next();
    assertThat(reader.text(2, 1)).isEqualTo("1-1:1.29.0");
    assertThat(reader.text(2, 2)).isEqualTo("SRW");
    assertThat(reader.text(3, 1)).isEqualTo("O?Brien's+x");
  }

  @Test
  void honoursAnnouncedServiceCharacters() throws IOException {
    SegmentReader reader = reader("UNA*|,\\ ~UNB|a*b|it's 1+1?~");
    reader.next();
    assertThat(reader.tag()).isEqualTo(Tag.UNB);
    assertThat(reader.characters().decimal()).isEqualTo((byte) ',');
    assertThat(reader.text(1, 2)).isEqualTo("b");
    assertThat(reader.text(2, 1)).isEqualTo("it's 1+1?");
  }

  @Test
  void readsTheSameHoweverFewBytesComeAtATime() throws IOException {
    for (int first : new int[] {1, 4_070, 4_090, 4_095, 4_096, 9_000}) {
      String text = "AAA+" + "1".repeat(first) + "'BBB+" + "2".repeat(5_000) + "?''CCC+3:4'";
      for (int step : new int[] {1, 7, 2_047, 2_048, 2_049, 4_095, 4_096, 4_097, 100_000}) {
        SegmentReader reader = new SegmentReader(slow(text, step), SegmentLimits.DEFAULT);
        assertThat(reader.next()).isEqualTo(Step.SEGMENT);
        assertThat(reader.text(1, 1)).isEqualTo("1".repeat(first));
        assertThat(reader.next()).isEqualTo(Step.SEGMENT);
        assertThat(reader.text(1, 1)).isEqualTo("2".repeat(5_000) + "'");
        assertThat(reader.next()).isEqualTo(Step.SEGMENT);
        assertThat(reader.text(1, 2)).isEqualTo("4");
        assertThat(reader.next()).isEqualTo(Step.END);
      }
    }
  }

  /** Gives at most so many bytes at a time. */
  private static InputStream slow(String text, int most) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(most, length));
      }
    };
  }

  @Test
  void readsWithoutAReleaseCharacter() throws IOException {
    SegmentReader reader = reader("UNA:+.  'UNB+what?+a'");
    reader.next();
    assertThat(reader.text(1, 1)).isEqualTo("what?");
    assertThat(reader.text(2, 1)).isEqualTo("a");
  }

  @Test
  void skipsByteOrderMarkBlanksAndLineBreaks() throws IOException {
    SegmentReader reader = reader("ï»¿\r\n UNA:+.? '\r\nUNB+a?\r\n+b+c\nd'\r\n \t UNZ+1'\r\n\r\n");
    reader.next();
    assertThat(reader.text(1, 1)).isEqualTo("a+b");
    assertThat(reader.text(2, 1)).isEqualTo("cd");
    assertThat(reader.next()).isEqualTo(Step.SEGMENT);
    assertThat(reader.tag()).isEqualTo(Tag.UNZ);
    assertThat(reader.next()).isEqualTo(Step.END);
  }

  @Test
  void takesALineBreakAsTerminatorWhereAnnounced() throws IOException {
    assertThat(tags("UNA:+.? \nUNB+a\r\nUNZ+1\n")).containsExactly("UNB", "UNZ");
  }

  @Test
  void refusesServiceCharactersThatCollide() throws IOException {
    for (String una : List.of("UNA::.? '", "UNA:+;? '", "UNAa+.? '", "UNA:+.?", "UNA:+.+ '")) {
      SegmentReader reader = reader(una);
      assertThat(reader.next()).as(una).isEqualTo(Step.FAILED);
      assertThat(reader.failure()).isEqualTo(SyntaxFailure.SERVICE_CHARACTERS);
    }
  }

  @Test
  void saysWhereACharacterIsInvalid() throws IOException {
    SegmentReader reader = reader("UNB+a:b\u0001:c'");
    assertThat(reader.next()).isEqualTo(Step.SEGMENT);
    assertThat(reader.invalidElement()).isEqualTo(1);
    assertThat(reader.invalidComponent()).isEqualTo(2);
  }

  @Test
  void keepsLettersOfIso8859() throws IOException {
    SegmentReader reader = reader("NAD+Gr\u00fcn'");
    reader.next();
    assertThat(reader.text(1, 1)).isEqualTo("Grün");
    assertThat(reader.invalidElement()).isEqualTo(-1);
  }

  @Test
  void stopsAtAnUnterminatedSegment() throws IOException {
    for (String input : List.of("UNB+a", "UNB+a?", "UNB+a?'", "U")) {
      SegmentReader reader = reader(input);
      assertThat(reader.next()).as(input).isEqualTo(Step.FAILED);
      assertThat(reader.failure()).isEqualTo(SyntaxFailure.UNTERMINATED);
    }
  }

  @Test
  void holdsSegmentsToTheirLimits() throws IOException {
    SegmentLimits limits = new SegmentLimits(100, 8);
    String long100 = "FTX+" + "x".repeat(97) + "'";
    SegmentReader fits = new SegmentReader(stream(long100), limits);
    assertThat(fits.next()).isEqualTo(Step.SEGMENT);
    SegmentReader endless = new SegmentReader(stream("FTX+" + "x".repeat(300_000)), limits);
    assertThat(endless.next()).isEqualTo(Step.FAILED);
    assertThat(endless.failure()).isEqualTo(SyntaxFailure.TOO_LONG);
    SegmentReader wide = new SegmentReader(stream("FTX" + "+".repeat(300_000) + "'"), limits);
    assertThat(wide.next()).isEqualTo(Step.FAILED);
    assertThat(wide.failure()).isEqualTo(SyntaxFailure.TOO_MANY_COMPONENTS);
  }

  @Test
  void readsAnEmptyInput() throws IOException {
    assertThat(reader("").next()).isEqualTo(Step.END);
    assertThat(reader(" \r\n").next()).isEqualTo(Step.END);
  }

  @Test
  void givesTheSameSegmentsHoweverTheStreamDeliversThem() throws IOException {
    StringBuilder text = new StringBuilder("UNA:+.? '");
    for (int i = 0; i < 20_000; i++) {
      text.append("QTY+220:").append(i).append(".125?+'\n");
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      expected.add(i + ".125+");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    for (int portion : new int[] {1, 7, 65_536, 1_000_000}) {
      assertThat(values(new PortionStream(bytes, portion))).as("portion").isEqualTo(expected);
    }
  }

  private static List<String> values(InputStream in) throws IOException {
    SegmentReader reader = new SegmentReader(in, SegmentLimits.DEFAULT);
    List<String> values = new ArrayList<>();
    while (reader.next() == Step.SEGMENT) {
      values.add(reader.text(1, 2));
    }
    return values;
  }

  private static List<String> tags(String text) throws IOException {
    SegmentReader reader = reader(text);
    List<String> tags = new ArrayList<>();
    while (reader.next() == Step.SEGMENT) {
      tags.add(Tag.text(reader.tag()));
    }
    return tags;
  }

  private static SegmentReader reader(String text) {
    return new SegmentReader(stream(text), SegmentLimits.DEFAULT);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Delivers at most some bytes per call, as a network does. */
  private static final class PortionStream extends ByteArrayInputStream {
    private final int portion;

    PortionStream(byte[] bytes, int portion) {
      super(bytes);
      this.portion = portion;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, portion));
    }
  }
}
