package org.nachbarstrom.edifact.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnocTextTest {
  @Test
  void keepsWhatUnocHas() {
    String text = "Zähler Nr. 5 'A' ~ ÿ ½ § + : ?";
    assertThat(UnocText.of(text, 512)).isEqualTo(text);
  }

  @Test
  void replacesTypographicSignsByPlainOnes() {
    assertThat(UnocText.of("‚a‘ „b“ c–d—e … 3 € ≤ 4 → −1", 512))
        .isEqualTo("'a' \"b\" c-d-e ... 3 EUR <= 4 -> -1");
  }

  @Test
  void replacesLettersByTheirBaseLetterAndOtherSignsByAQuestionMark() {
    assertThat(UnocText.of("Čeněk Dvořák, Ősz, \u0639, \ud83d\ude00", 512))
        .isEqualTo("Cenek Dvorák, Osz, ?, ?");
  }

  @Test
  void replacesControlCharactersAndOddBlanksByBlanks() {
    assertThat(UnocText.of("a\r\nb\tc\u2003d\u0000e", 512)).isEqualTo("a  b c d e");
    assertThat(UnocText.of("a\u0085b", 512)).isEqualTo("a?b");
  }

  @Test
  void cutsAtTheLengthAndLeavesNoBlanksAtTheEnd() {
    assertThat(UnocText.of("abc def", 4)).isEqualTo("abc");
    assertThat(UnocText.of("ab…", 4)).isEqualTo("ab..");
    assertThat(UnocText.of("   ", 4)).isEmpty();
  }

  @Property(tries = 1_000)
  void whateverComesFitsAndStaysAsItIsTheSecondTime(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int length) {
    String sent = UnocText.of(text, length);
    assertThat(sent.length()).isLessThanOrEqualTo(length);
    assertThat(sent.chars()).allMatch(c -> (c >= ' ' && c < 0x7f) || (c >= 0xa0 && c <= 0xff));
    assertThat(new String(sent.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1))
        .isEqualTo(sent);
    assertThat(UnocText.of(sent, length)).isEqualTo(sent);
  }
}
