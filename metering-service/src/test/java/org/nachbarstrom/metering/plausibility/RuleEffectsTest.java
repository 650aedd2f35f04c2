package org.nachbarstrom.metering.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleEffectsTest {
  @Test
  void notesUnlessSomethingElseIsChosen() {
    RuleEffects effects = new RuleEffects(true, Map.of(PlausibilityRule.SPIKE, RuleEffect.REJECT));
    assertThat(effects.of(PlausibilityRule.SPIKE)).isEqualTo(RuleEffect.REJECT);
    assertThat(effects.of(PlausibilityRule.GAP)).isEqualTo(RuleEffect.NOTE);
    assertThat(effects.rules(RuleEffect.REJECT)).containsExactly(PlausibilityRule.SPIKE);
    assertThat(effects.anyBinding()).isTrue();
    assertThat(RuleEffects.NOTES.anyBinding()).isFalse();
  }

  @Test
  void rejectsNothingOfWhichNobodyKnowsWhichValueIsWrong() {
    assertThat(
            Arrays.stream(PlausibilityRule.values())
                .filter(rule -> rule.checked() && !rule.effects().contains(RuleEffect.REJECT)))
        .containsExactly(
            PlausibilityRule.GAP,
            PlausibilityRule.REGISTER_ADVANCE,
            PlausibilityRule.ENERGY_QUANTITY,
            PlausibilityRule.CHECK_METER);
    assertThatThrownBy(
            () -> new RuleEffects(true, Map.of(PlausibilityRule.CHECK_METER, RuleEffect.REJECT)))
        .hasMessage(
            "'check-meter' can be [NOTE, HOLD] but not REJECT, because it does not say which"
                + " value is wrong");
  }

  @Test
  void leavesTheDoorAsItIs() {
    assertThat(RuleEffects.NOTES.of(PlausibilityRule.NEGATIVE)).isEqualTo(RuleEffect.REJECT);
    assertThatThrownBy(
            () -> new RuleEffects(true, Map.of(PlausibilityRule.NEGATIVE, RuleEffect.NOTE)))
        .hasMessageContaining("'negative' is always REJECT");
  }

  @Test
  void holdsNothingThatNobodyChecks() {
    assertThatThrownBy(
            () -> new RuleEffects(false, Map.of(PlausibilityRule.SPIKE, RuleEffect.HOLD)))
        .hasMessageContaining("without automatic checks");
  }
}
