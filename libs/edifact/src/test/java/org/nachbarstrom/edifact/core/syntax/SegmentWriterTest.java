package org.nachbarstrom.edifact.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentWriterTest {
  private final SegmentWriter out = new SegmentWriter(ServiceCharacters.DEFAULT);

  @Test
  void emptyElementsAndComponentsAtTheEndAreNotSent() {
    out.segment("ABC").element("", "1", "").element().element("", "").element("2").element("");
    out.end();

    assertThat(text()).isEqualTo("ABC+:1+++2'");
  }

  @Test
  void componentsOneByOneAreTheSameAsTogether() {
    out.segment("ABC").element().component("").component("x").component("").component("y");
    out.element("z").end();

    assertThat(text()).isEqualTo("ABC+:x::y+z'");
  }

  @Test
  void serviceCharactersAreReleased() {
    out.segment("ABC").element("a+b:c'd?e").end();

    assertThat(text()).isEqualTo("ABC+a?+b?:c?'d??e'");
  }

  @Test
  void umlautsAreOneByteAndUnknownCharactersBecomeQuestionMarks() {
    out.segment("ABC").element("Übertragung 5\u00a0€ \ud83d\udd0c\n\u0085").end();

    assertThat(text()).isEqualTo("ABC+Übertragung 5\u00a0?? ??????'");
  }

  @Test
  void tellsWhatCanBeSentAsItIs() {
    assertThat(SegmentWriter.writable("Zähler §4'+:?")).isTrue();
    assertThat(SegmentWriter.writable("5 €")).isFalse();
    assertThat(SegmentWriter.writable("a\nb")).isFalse();
    assertThat(SegmentWriter.writable("\u007f")).isFalse();
  }

  @Test
  void withoutReleaseCharacterServiceCharactersAreRefused() {
    SegmentWriter none =
        new SegmentWriter(
            new ServiceCharacters((byte) ':', (byte) '#', (byte) '.', (byte) ' ', (byte) '\''));

    assertThatThrownBy(() -> none.segment("ABC").element("1:2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1:2");
    none.clear();
    none.segment("DTM").element().time(0).end();
    assertThat(new String(none.toByteArray(), StandardCharsets.ISO_8859_1))
        .isEqualTo("DTM#197001010000+00'");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0.000",
    "7, 3, 0.007",
    "80, 3, 0.080",
    "1000, 3, 1.000",
    "12345678, 3, 12345.678",
    "-5, 2, -0.05",
    "42, 0, 42",
    "0, 0, 0",
    "9223372036854775807, 0, 9223372036854775807",
    "-9223372036854775808, 18, -9.223372036854775808"
  })
  void numbersHaveAllTheirDecimals(long unscaled, int decimals, String expected) {
    out.segment("QTY").element().component("220").number(unscaled, decimals).end();

    assertThat(text()).isEqualTo("QTY+220:" + expected + "'");
  }

  @Test
  void numbersHaveTheAnnouncedDecimalMark() {
    SegmentWriter comma =
        new SegmentWriter(
            new ServiceCharacters((byte) ':', (byte) '+', (byte) ',', (byte) '?', (byte) '\''));
    comma.segment("QTY").element().number(1500, 3).number(new BigDecimal("2.50")).end();

    assertThat(new String(comma.toByteArray(), StandardCharsets.ISO_8859_1))
        .isEqualTo("QTY+1,500:2,50'");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29T00:59:59Z, 202603290059",
    "2026-10-25T01:00:00Z, 202610250100",
    "2024-02-29T23:59:00Z, 202402292359",
    "1969-12-31T23:45:00Z, 196912312345",
    "0000-01-01T00:00:00Z, 000001010000",
    "9999-12-31T23:59:59Z, 999912312359"
  })
  void timesAreInUtcByTheMinute(Instant at, String expected) {
    out.segment("DTM").element().component("163").time(at.getEpochSecond()).component("303").end();
    out.segment("DTM").element().time(at.getEpochSecond()).end();

    assertThat(text()).isEqualTo("DTM+163:" + expected + "?+00:303'DTM+" + expected + "?+00'");
  }

  @Test
  void yearsOfFiveDigitsAreRefused() {
    long year10000 = Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();

    assertThatThrownBy(() -> out.time(year10000)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drainsIntoAStreamAndCountsOn() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    out.una().segment("A").end();
    out.drainTo(stream);
    out.segment("B").end();
    out.drainTo(stream);

    assertThat(stream.toString(StandardCharsets.ISO_8859_1)).isEqualTo("UNA:+.? 'A'B'");
    assertThat(out.size()).isZero();
    assertThat(out.segments()).isEqualTo(2);
  }

  @Test
  void keepsItsBytesWhereTheStreamFails() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("full");
          }
        };
    out.segment("A").end();

    assertThatThrownBy(() -> out.drainTo(broken)).hasMessage("full");
    assertThat(text()).isEqualTo("A'");
  }

  @Test
  void growsWithTextsOfAnyLength() {
    String released = "+".repeat(100_000);
    out.segment("FTX").element(released).end();

    assertThat(out.size()).isEqualTo(3 + 1 + 200_000 + 1);
  }

  private String text() {
    return new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
  }
}
