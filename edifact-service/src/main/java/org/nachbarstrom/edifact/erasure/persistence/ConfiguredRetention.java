package org.nachbarstrom.edifact.erasure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.Config;
import org.nachbarstrom.edifact.erasure.RetentionPolicy;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Reads {@code nachbarstrom.edifact.retention}, and for a single tenant {@code
 * nachbarstrom.edifact.retention.<tenant>}: a period such as {@code P3Y}, at least one month.
 */
@ApplicationScoped
class ConfiguredRetention implements RetentionPolicy {
  private static final String KEY = "nachbarstrom.edifact.retention";
  private static final int FEWEST_DAYS = 31;

  private final Config config;

  ConfiguredRetention(Config config) {
    this.config = config;
  }

  @Override
  public Period of(Tenant tenant) {
    String text =
        config
            .getOptionalValue(KEY + "." + tenant.id(), String.class)
            .orElseGet(() -> config.getValue(KEY, String.class));
    return period(text);
  }

  /**
   * Reads a period. A slip such as a negative or very short one would delete what is needed, so it
   * is not taken.
   */
  static Period period(String text) {
    try {
      Period period = Period.parse(text);
      long days = ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(period));
      if (!period.isNegative() && days >= FEWEST_DAYS) {
        return period;
      }
    } catch (DateTimeException unreadable) {
      throw new IllegalStateException(KEY + " is no period such as P3Y: " + text, unreadable);
    }
    throw new IllegalStateException(KEY + " is shorter than a month: " + text);
  }
}
