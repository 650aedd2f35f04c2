package org.nachbarstrom.metering.plausibility.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.plausibility.RuleEffect;
import org.nachbarstrom.support.tenancy.Tenant;

class ConfiguredEffectsTest {
  private static final String PREFIX = "nachbarstrom.metering.plausibility.";
  private static final Tenant ONE = new Tenant("einwerk");
  private static final Tenant OTHER = new Tenant("nachbar-werk");

  private static ConfiguredEffects configured(Map<String, String> values) {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors();
    values.forEach((name, value) -> builder.withDefaultValue(PREFIX + name, value));
    return new ConfiguredEffects(builder.build());
  }

  @Test
  void letsATenantDifferFromTheOthers() {
    ConfiguredEffects effects =
        configured(
            Map.of(
                "effects.spike", "HOLD",
                "effects.zero-run.nachbar-werk", "REJECT",
                "effects.spike.nachbar-werk", "NOTE",
                "quiet-time", "PT1M"));
    assertThatCode(() -> effects.verify(new Startup())).doesNotThrowAnyException();
    assertThat(effects.of(ONE).of(PlausibilityRule.SPIKE)).isEqualTo(RuleEffect.HOLD);
    assertThat(effects.of(ONE).of(PlausibilityRule.ZERO_RUN)).isEqualTo(RuleEffect.NOTE);
    assertThat(effects.of(OTHER).of(PlausibilityRule.SPIKE)).isEqualTo(RuleEffect.NOTE);
    assertThat(effects.of(OTHER).of(PlausibilityRule.ZERO_RUN)).isEqualTo(RuleEffect.REJECT);
    assertThat(effects.quietTime(ONE)).isEqualTo(Duration.ofMinutes(1));
    assertThat(configured(Map.of()).quietTime(ONE)).isEqualTo(Duration.ofSeconds(3));
    assertThat(configured(Map.of()).of(ONE).automatic()).isTrue();
  }

  @Test
  void refusesAtTheStartWhatCannotBe() {
    assertRefused(Map.of("effects.gap.einwerk", "REJECT"), "'gap' can be [NOTE, HOLD]");
    assertRefused(Map.of("effects.register-advance", "REJECT"), "but not REJECT");
    assertRefused(Map.of("effects.spkie", "HOLD"), "there is no such rule");
    assertRefused(Map.of("effects.negative", "NOTE"), "always REJECT");
    assertRefused(
        Map.of("effects.spike", "HOLD", "automatic.einwerk", "false"),
        "einwerk: without automatic checks");
    assertThatThrownBy(() -> configured(Map.of("effects.spike", "MAYBE")).verify(new Startup()))
        .hasMessageContaining("MAYBE");
  }

  private static void assertRefused(Map<String, String> values, String because) {
    assertThatThrownBy(() -> configured(values).verify(new Startup()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(because);
  }
}
