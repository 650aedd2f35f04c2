package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.List;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MarketLocationId;
import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * Load profile of a market location or tranche (13025).
 *
 * @param documentNumber BGM 1004
 * @param messageTime DTM+137
 * @param sender NAD+MS
 * @param recipient NAD+MR
 * @param location LOC+172
 * @param period transmission period, all series span exactly it
 * @param series one per register, at least one, each direction once
 */
public record LoadProfile(
    String documentNumber,
    Instant messageTime,
    MarketPartnerCode sender,
    MarketPartnerCode recipient,
    MarketLocationId location,
    Interval period,
    List<RegisterSeries> series) {
  /** A profile. */
  public LoadProfile {
    series = List.copyOf(series);
  }
}
