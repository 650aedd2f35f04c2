package org.nachbarstrom.edifact.core.mig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nachbarstrom.edifact.core.FindingCode;

/** Numbers as ISO 9735 writes them. */
class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, false, 1, 0",
    "0.080, false, 1, 3",
    "-12.5, true, 2, 1",
    "-0.00, false, 1, 2",
    "12345.678, false, 5, 3"
  })
  void knowsTheShape(String text, boolean negative, int integerDigits, int decimals) {
    NumberText.Notation point = new NumberText.Notation('.', false);
    assertThat(NumberText.of(text, point))
        .contains(new NumberText(negative, integerDigits, decimals));
  }

  @ParameterizedTest
  @CsvSource({
    "'1,5', ., false, DECIMAL_INVALID",
    "1.5, ',', false, DECIMAL_INVALID",
    "1.2.3, ., false, DECIMAL_INVALID",
    "1., ., false, DECIMAL_INVALID",
    ".5, ., false, DECIMAL_DIGIT_MISSING",
    "-.5, ., false, DECIMAL_DIGIT_MISSING",
    "-, ., false, ELEMENT_NOT_NUMERIC",
    "'', ., false, ELEMENT_NOT_NUMERIC",
    "+1, ., false, ELEMENT_NOT_NUMERIC",
    "1-, ., false, ELEMENT_NOT_NUMERIC",
    "1E3, ., false, ELEMENT_NOT_NUMERIC",
    "'1 5', ., false, ELEMENT_NOT_NUMERIC",
    "'1,2.3', ., true, DECIMAL_INVALID"
  })
  void namesWhatIsWrong(String text, char mark, boolean lenient, FindingCode code) {
    NumberText.Notation notation = new NumberText.Notation(mark, lenient);
    assertThat(NumberText.fault(text, notation)).contains(code);
    assertThat(NumberText.of(text, notation)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'1,5', ., true", "1.5, ',', true", "'1,5', ',', false"})
  void takesTheAnnouncedMarkOrAnyWhereLenient(String text, char mark, boolean lenient) {
    assertThat(NumberText.of(text, new NumberText.Notation(mark, lenient)))
        .contains(new NumberText(false, 1, 1));
  }
}
