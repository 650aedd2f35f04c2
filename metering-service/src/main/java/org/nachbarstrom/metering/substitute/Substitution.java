package org.nachbarstrom.metering.substitute;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Values for a gap of a series.
 *
 * @param id the same for the same values, method and reason
 * @param key series
 * @param values what was formed, and how
 * @param reason why it is needed
 */
public record Substitution(
    UUID id, SeriesKey key, Formed.Values values, SubstitutionReason reason) {
  /** A substitution with its id. */
  static Substitution of(
      Tenant tenant, SeriesKey key, Formed.Values values, SubstitutionReason reason) {
    String content =
        String.join("|", tenant.id(), key.toString(), values.toString(), reason.name());
    UUID id = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    return new Substitution(id, key, values, reason);
  }
}
