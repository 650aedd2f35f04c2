package org.nachbarstrom.metering.plausibility;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What findings lead to for a tenant.
 *
 * @param automatic whether changed values are checked without request
 * @param chosen effects of rules that are checked; the others are {@link RuleEffect#NOTE}
 */
public record RuleEffects(boolean automatic, Map<PlausibilityRule, RuleEffect> chosen) {
  /** Automatic checks that only note. */
  public static final RuleEffects NOTES = new RuleEffects(true, Map.of());

  /**
   * Effects.
   *
   * @throws IllegalArgumentException if a rule cannot have its effect, or values that nobody checks
   *     by himself were to be held or rejected
   */
  public RuleEffects {
    chosen = Map.copyOf(chosen);
    chosen.forEach(RuleEffects::requirePossible);
    if (!automatic && chosen.values().stream().anyMatch(effect -> effect != RuleEffect.NOTE)) {
      throw new IllegalArgumentException(
          "without automatic checks every effect is NOTE, because values would be settled"
              + " unchecked");
    }
  }

  private static void requirePossible(PlausibilityRule rule, RuleEffect effect) {
    if (!rule.checked()) {
      throw new IllegalArgumentException(
          "the effect of '" + rule.key() + "' is always REJECT and cannot be chosen");
    }
    if (!rule.effects().contains(effect)) {
      throw new IllegalArgumentException(
          "'%s' can be %s but not %s, because it does not say which value is wrong"
              .formatted(rule.key(), rule.effects(), effect));
    }
  }

  /** What a finding of the rule leads to. */
  public RuleEffect of(PlausibilityRule rule) {
    return rule.checked() ? chosen.getOrDefault(rule, RuleEffect.NOTE) : RuleEffect.REJECT;
  }

  /** The rules that are checked and have the effect, in their order. */
  public List<PlausibilityRule> rules(RuleEffect effect) {
    return Arrays.stream(PlausibilityRule.values())
        .filter(rule -> rule.checked() && of(rule) == effect)
        .toList();
  }

  /** Whether a finding can keep values from being settled. */
  public boolean anyBinding() {
    return chosen.values().stream().anyMatch(effect -> effect != RuleEffect.NOTE);
  }
}
