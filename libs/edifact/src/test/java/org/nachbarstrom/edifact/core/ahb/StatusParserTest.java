package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions and their truth, worked out by hand. Of a substitute value (67) [92] is true and [93]
 * false; [1] is never known and [501] a hint. T, F, U and N stand for them.
 */
class StatusParserTest {
  @ParameterizedTest
  @CsvSource({
    "Muss, TRUE, true",
    "Muss T, TRUE, true",
    "Muss F, FALSE, false",
    "Muss U, UNDECIDED, false",
    "Muss N, TRUE, true",
    "Soll T, TRUE, false",
    "Soll F, FALSE, false",
    "Kann, TRUE, false",
    "X, TRUE, true",
    "X F, FALSE, false",
    "M T, TRUE, true",
    "Muss T ∧ T, TRUE, true",
    "Muss T ∧ F, FALSE, false",
    "Muss U ∧ F, FALSE, false",
    "Muss U ∧ T, UNDECIDED, false",
    "Muss T ∧ N, TRUE, true",
    "Muss F ∧ N, FALSE, false",
    "Muss N ∧ N, TRUE, true",
    "Muss T T, TRUE, true",
    "Muss T F, FALSE, false",
    "Muss F ∨ T, TRUE, true",
    "Muss F ∨ F, FALSE, false",
    "Muss U ∨ T, TRUE, true",
    "Muss U ∨ F, UNDECIDED, false",
    "Muss N ∨ N, TRUE, true",
    "Muss N ∨ F, UNDECIDED, false",
    "Muss N ∨ T, TRUE, true",
    "Muss T ⊻ F, TRUE, true",
    "Muss T ⊻ T, FALSE, false",
    "Muss F ⊻ F, FALSE, false",
    "Muss T ⊻ U, UNDECIDED, false",
    "Muss F ⊻ U, UNDECIDED, false",
    "Muss T ⊻ T ⊻ U, FALSE, false",
    "Muss T ⊻ T ⊻ T, FALSE, false",
    "Muss F ⊻ F ⊻ T, TRUE, true",
    "Muss N ⊻ F, UNDECIDED, false",
    "Muss N ⊻ N, TRUE, true",
    "Muss F ∧ F ∨ T, TRUE, true",
    "Muss F ∧ (F ∨ T), FALSE, false",
    "Muss T ∨ F ∧ F, TRUE, true",
    "Muss (T ∨ F) ∧ F, FALSE, false",
    "Muss T ⊻ T ∧ F, TRUE, true",
    "Muss (T ⊻ T) ∨ T, TRUE, true",
    "Muss T ⊻ T ∨ F, FALSE, false",
    "Muss T ∨ T ⊻ T, TRUE, true",
    "Muss ((T) ∧ ((T))), TRUE, true",
    "Muss T (F ∨ T) T, TRUE, true",
    "Soll U Muss T ∧ T, TRUE, true",
    "Soll U Muss T ∧ F, UNDECIDED, false",
    "Soll F Muss F, FALSE, false",
    "Soll T Muss F, TRUE, false",
    "Soll U ∧ T Muss F, UNDECIDED, false",
    "X P, TRUE, true",
    "X Q, FALSE, false",
    "X P ⊻ Q, TRUE, true"
  })
  void saysWhatMayAndMustBe(String text, String allowed, boolean required) {
    Facts facts = facts();
    Status status =
        StatusParser.parse(
            text.replace("T", "[92]")
                .replace("F", "[93]")
                .replace("U", "[1]")
                .replace("N", "[501]")
                .replace("P", "[4P0..1]")
                .replace("Q", "[5P0..1]"));
    assertThat(status.allowed(facts)).isEqualTo(Verdict.valueOf(allowed));
    assertThat(status.required(facts)).isEqualTo(required);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[92]",
        "Muss [",
        "Muss [92",
        "Muss ([92]",
        "Muss [92])",
        "Muss [92] ∧",
        "Muss ∨ [92]",
        "Muss [3]",
        "Muss [9P0..1]",
        "Vielleicht [92]"
      })
  void refusesWhatIsNoExpression(String text) {
    assertThatThrownBy(() -> StatusParser.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wantsAValueWhereXNamesItsForm() {
    Facts facts = facts();
    // the object is unknown, so which form holds is open, but some value must be there
    assertThat(StatusParser.parse("X ([950] [1]) ∨ ([951] [1])").requiresValue(facts)).isTrue();
    assertThat(StatusParser.parse("M [1] ∧ [950]").requiresValue(facts)).isFalse();
    assertThat(StatusParser.parse("M [92] ∧ [950]").requiresValue(facts)).isTrue();
    assertThat(StatusParser.parse("M [93] ∧ [950]").requiresValue(facts)).isFalse();
  }

  static Facts facts() {
    Profile profile = Handbook.of("2.5").orElseThrow().profile("13008").orElseThrow();
    Facts facts = new Facts(CheckRun.create().context(), profile);
    facts.quantity = "67";
    return facts;
  }
}
