package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Keeps what checks found, since when, and until when. All calls belong to the current transaction
 * of the tenant.
 */
public interface Findings {
  /** Keeps others from checking the series until this transaction ends. */
  Uni<Void> lock(Tenant tenant, SeriesKey key);

  /** What is found on the local days now, in order of time. */
  Uni<List<Known>> current(SeriesKey key, DateRange days);

  /**
   * Ends and adds findings.
   *
   * @param gone not found any more
   * @param added found from now on
   * @param at recording instant
   */
  Uni<Void> change(Tenant tenant, List<UUID> gone, List<Known> added, Instant at);

  /** What is found of all series now, in the order of places. */
  Uni<List<Known>> list(Query query);

  /** The finding, if it is found now. */
  Uni<Optional<Known>> find(UUID id);

  /** Releases the finding; again changes nothing. */
  Uni<Void> release(Tenant tenant, UUID id, Release release);

  /**
   * A finding of a series.
   *
   * @param id the same for the same finding
   * @param key series
   * @param finding what is found
   * @param foundAt since when it is found without a break
   * @param release absent unless it was released
   */
  record Known(
      UUID id, SeriesKey key, Finding finding, Instant foundAt, @Nullable Release release) {
    /** Whether its effect holds. */
    public boolean open() {
      return release == null;
    }
  }

  /**
   * Somebody has looked at a finding and lets its values be used.
   *
   * @param by who
   * @param reason why
   * @param at when
   */
  record Release(String by, String reason, Instant at) {}

  /**
   * Which findings are asked for.
   *
   * @param accountingPoint only of this one; empty: of all
   * @param direction only of this one; empty: of both
   * @param rules only of these
   * @param open only open or only released ones; absent: both
   * @param days only those that begin on these local days, with an end or without; absent: all
   * @param after only those behind this place; absent: from the beginning
   * @param limit at most so many
   */
  record Query(
      String accountingPoint,
      String direction,
      List<PlausibilityRule> rules,
      @Nullable Boolean open,
      @Nullable DateRange days,
      @Nullable Place after,
      int limit) {}

  /**
   * Where a list went on.
   *
   * @param start of the last finding
   * @param id of the last finding
   */
  record Place(Instant start, UUID id) {}
}
