package org.nachbarstrom.edifact.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/** Verdicts may be taken one by one, without a list of all. */
class StreamedValidationTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void verdictsComeInTheOrderOfTheMessages() throws IOException {
    String text =
        MsconsText.interchange(
            MsconsText.message("M1", MsconsText.profile(NOON, "220:1", "220:2")),
            MsconsText.message("M2", MsconsText.profile(NOON, "220:-1")));
    List<String> verdicts = new ArrayList<>();
    InterchangeResult result =
        InterchangeValidation.validate(
            MsconsText.stream(text),
            ReadOptions.DEFAULT,
            verdict ->
                verdicts.add(verdict.facts().header().reference() + " " + verdict.accepted()));
    assertThat(verdicts).containsExactly("M1 true", "M2 false");
    assertThat(result.syntaxValid()).isTrue();
    assertThat(result.messages()).isEqualTo(2);
  }
}
