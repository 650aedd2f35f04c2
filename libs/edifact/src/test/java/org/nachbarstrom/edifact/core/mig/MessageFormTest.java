package org.nachbarstrom.edifact.core.mig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Segments held to the message description. */
class MessageFormTest {
  private static final NumberText.Notation POINT = new NumberText.Notation('.', false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // right ones
        "QTY+220:0.080 | ''",
        "LOC+172 | ''",
        "STS+Z32++Z92 | ''",
        "STS+10+Z36 | ''",
        "CCI+15++Z21 | ''",
        "NAD+DP | ''",
        "NAD+MS+9900000000011::293 | ''",
        "UNH+M1+MSCONS:D:04B:UN:2.5 | ''",
        "UNH+M1+MSCONS:D:04B:UN:2.5+LIST+12:C | ''",
        // mandatory
        "QTY+220 | ELEMENT_MISSING 1.2",
        "QTY | ELEMENT_MISSING 1.1, ELEMENT_MISSING 1.2",
        "DTM+:202611220500 | ELEMENT_MISSING 1.1",
        "UNH++MSCONS:D:04B:UN:2.5 | ELEMENT_MISSING 1.1",
        "UNH+M1+MSCONS:D::UN:2.5 | ELEMENT_MISSING 2.3",
        // lengths: an..14, an..35, n..6, a1
        "UNH+123456789012345+MSCONS:D:04B:UN:2.5 | ELEMENT_TOO_LONG 1.1",
        "BGM+7+123456789012345678901234567890123456+9 | ELEMENT_TOO_LONG 2.1",
        "LIN+1234567 | ELEMENT_TOO_LONG 1.1",
        "UNS+DD | ELEMENT_TOO_LONG 1.1",
        // a number's digits count, sign and mark do not
        "QTY+220:-12345678901234567890123456789012.345 | ''",
        "QTY+220:-123456789012345678901234567890123.456 | ELEMENT_TOO_LONG 1.2",
        // characters
        "LIN+A | ELEMENT_NOT_NUMERIC 1.1",
        "UNS+1 | ELEMENT_NOT_ALPHABETIC 1.1",
        "UNH+M1+MSCONS:D:04B:UN:2.5+LIST+X:C | ELEMENT_NOT_NUMERIC 4.1",
        // what is not used or not there
        "NAD+MS+9900000000011:1:293 | ELEMENT_NOT_USED 2.2",
        "CCI+15+X+Z21 | ELEMENT_NOT_USED 2.1",
        "QTY+220:1:KWH:4 | SEGMENT_TOO_MANY_COMPONENTS 1.4",
        "RFF+Z13:13025+X | SEGMENT_TOO_MANY_COMPONENTS 2.1",
        "LIN+1:2:3 | SEGMENT_TOO_MANY_COMPONENTS 1.2"
      })
  void saysWhatIsWrong(String text, String expected) {
    Segment segment = parse(text);
    List<String> faults =
        MessageForm.of("2.5")
            .orElseThrow()
            .segment(segment.tag())
            .orElseThrow()
            .faults(segment, POINT)
            .stream()
            .map(fault -> fault.code() + " " + fault.element() + "." + fault.component())
            .toList();
    assertThat(String.join(", ", faults)).isEqualTo(expected);
  }

  /** A segment without release characters. */
  private static Segment parse(String text) {
    List<String> parts = List.of(text.split("\\+", -1));
    return new Segment(
        1,
        parts.getFirst(),
        parts.stream().skip(1).map(part -> List.of(part.split(":", -1))).toList());
  }

  @Test
  void knowsContactsOnlyInTheOldVersion() {
    assertThat(MessageForm.of("2.4c").orElseThrow().segment("COM")).isPresent();
    assertThat(MessageForm.of("2.5").orElseThrow().segment("COM")).isEmpty();
    assertThat(MessageForm.of("2.3")).isEmpty();
  }

  @Test
  void findsDataElementsByNumber() {
    MessageForm form = MessageForm.of("2.5").orElseThrow();
    assertThat(form.place("QTY", "6060")).containsExactly(1, 2);
    assertThat(form.place("NAD", "3055")).containsExactly(2, 3);
    assertThat(form.place("STS", "9013")).containsExactly(3, 1);
    assertThatThrownBy(() -> form.place("QTY", "9013"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void limitsRepetitions() {
    MessageForm form = MessageForm.of("2.5").orElseThrow();
    assertThat(form.repetitions("STS", "Z33")).isEqualTo(4);
    assertThat(form.repetitions("STS", "Z32")).isEqualTo(1);
    assertThat(form.repetitions("STS", "10")).isEqualTo(2);
    assertThat(form.repetitions("QTY", "220")).isZero();
    assertThat(MessageForm.of("2.4c").orElseThrow().repetitions("COM", "TE")).isEqualTo(5);
  }
}
