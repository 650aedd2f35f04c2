package org.nachbarstrom.metering.plausibility.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.nachbarstrom.metering.plausibility.EffectPolicy;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.plausibility.RuleEffect;
import org.nachbarstrom.metering.plausibility.RuleEffects;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Reads {@code nachbarstrom.metering.plausibility.effects.<rule>} ({@code NOTE} unless set), {@code
 * ….automatic} ({@code true} unless set) and {@code ….quiet-time} (three seconds unless set), and
 * for a single tenant each with {@code .<tenant>}. What cannot be is refused at the start.
 */
@ApplicationScoped
class ConfiguredEffects implements EffectPolicy {
  private static final String PREFIX = "nachbarstrom.metering.plausibility.";
  private static final String EFFECTS = PREFIX + "effects.";
  private static final String AUTOMATIC = PREFIX + "automatic";
  private static final Tenant EVERYBODY = new Tenant("everybody");
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final Config config;
  private final Map<Tenant, RuleEffects> known = new ConcurrentHashMap<>();

  ConfiguredEffects(Config config) {
    this.config = config;
  }

  @Override
  public RuleEffects of(Tenant tenant) {
    return known.computeIfAbsent(tenant, this::read);
  }

  @Override
  public Duration quietTime(Tenant tenant) {
    return value(PREFIX + "quiet-time", tenant, Duration.class).orElse(QUIET);
  }

  /**
   * Reads everything once, so that nothing is refused later.
   *
   * @throws IllegalStateException if a rule is not known or cannot have its effect
   */
  void verify(@Observes Startup event) {
    known.put(EVERYBODY, read(EVERYBODY));
    for (String name : new TreeSet<>(names())) {
      if (name.startsWith(EFFECTS)) {
        tenant(name).ifPresent(this::read);
      } else if (name.startsWith(AUTOMATIC + ".")) {
        read(new Tenant(name.substring(AUTOMATIC.length() + 1)));
      }
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    config.getPropertyNames().forEach(names::add);
    return names;
  }

  /** The tenant of the property; in names from the environment every sign is a dot. */
  private static Optional<Tenant> tenant(String property) {
    String rest = property.substring(EFFECTS.length()).replace('.', '-');
    for (PlausibilityRule rule : PlausibilityRule.values()) {
      if (rest.equals(rule.key())) {
        return Optional.empty();
      }
      if (rest.startsWith(rule.key() + "-")) {
        return Optional.of(new Tenant(rest.substring(rule.key().length() + 1)));
      }
    }
    throw new IllegalStateException(property + ": there is no such rule; there are " + keys());
  }

  private static List<String> keys() {
    return Arrays.stream(PlausibilityRule.values())
        .filter(PlausibilityRule::checked)
        .map(PlausibilityRule::key)
        .toList();
  }

  private RuleEffects read(Tenant tenant) {
    Map<PlausibilityRule, RuleEffect> chosen = new EnumMap<>(PlausibilityRule.class);
    for (PlausibilityRule rule : PlausibilityRule.values()) {
      value(EFFECTS + rule.key(), tenant, RuleEffect.class)
          .ifPresent(effect -> chosen.put(rule, effect));
    }
    try {
      return new RuleEffects(value(AUTOMATIC, tenant, Boolean.class).orElse(true), chosen);
    } catch (IllegalArgumentException impossible) {
      throw new IllegalStateException(
          EFFECTS + "… of " + tenant.id() + ": " + impossible.getMessage(), impossible);
    }
  }

  private <T> Optional<T> value(String property, Tenant tenant, Class<T> type) {
    return config
        .getOptionalValue(property + "." + tenant.id(), type)
        .or(() -> config.getOptionalValue(property, type));
  }
}
