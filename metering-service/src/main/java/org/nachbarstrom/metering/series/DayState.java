package org.nachbarstrom.metering.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What counts for a series on a UTC day, with the origin of each slot: the latest value, whatever
 * the order in which values came.
 *
 * <p>A re-sent value that is the same changes nothing, but its origin is remembered: otherwise a
 * message in between that arrives late would win. What readings told is kept apart from what was
 * delivered: when readings are taken back, what was delivered counts again, be it older. A verdict
 * about a value that readings told goes with it.
 */
public final class DayState {
  private final int version;
  private final DayLayers layers;
  private final Set<Origin> heard;
  private final DayBlock values;

  private DayState(int version, DayLayers layers, Set<Origin> heard) {
    this.version = version;
    this.layers = layers;
    this.heard = heard;
    values = layers.values();
  }

  /** The state before anything was received. */
  public static DayState none(LocalDate day) {
    return new DayState(0, DayLayers.none(day), Set.of());
  }

  /** The state after all versions of the day, given in any order. */
  public static DayState of(LocalDate day, Collection<DayVersion> versions) {
    DayLayers layers = DayLayers.none(day);
    int last = 0;
    Set<Origin> heard = new HashSet<>();
    for (DayVersion next :
        versions.stream().sorted(Comparator.comparingInt(DayVersion::number)).toList()) {
      layers = layers.after(next);
      heard.add(next.origin());
      last = next.number();
    }
    return new DayState(last, layers, heard);
  }

  private DayState after(DayVersion next) {
    Set<Origin> more = new HashSet<>(heard);
    more.add(next.origin());
    return new DayState(next.number(), layers.after(next), more);
  }

  /** Number of the last version; 0 before anything was received. */
  public int version() {
    return version;
  }

  /** The values that count. */
  public DayBlock values() {
    return values;
  }

  /** What readings tell, whether it counts or not; missing where they tell nothing any more. */
  public DayBlock derived() {
    return layers.derived().values();
  }

  /** Where the value of the slot came from, if it holds one. */
  public Optional<Origin> origin(int slot) {
    return Optional.ofNullable(layers.origin(slot));
  }

  /**
   * Adds what was delivered: slot by slot the later origin counts. What does not count is kept,
   * too, unless it is said again.
   *
   * @param said values of the same day
   * @param origin of the delivery
   */
  public DayMerge merge(DayBlock said, Origin origin) {
    SlotClaims claims = layers.rivals(origin);
    BitSet later = claims.later(said, origin);
    boolean all = later.cardinality() == said.held();
    if (later.isEmpty() && (all || heard.contains(origin))) {
      return new DayMerge(this, Optional.empty(), -1, -1);
    }
    DayBlock kept = all || !heard.contains(origin) ? said : said.only(later);
    DayVersion next =
        new DayVersion(
            version + 1,
            origin,
            kept,
            kept.held() == later.cardinality() && claims.says(said, later));
    DayState state = after(next);
    BitSet changed = changed(state.values);
    return new DayMerge(state, Optional.of(next), changed.nextSetBit(0), changed.length() - 1);
  }

  private BitSet changed(DayBlock other) {
    BitSet changed = new BitSet(QuarterHours.PER_UTC_DAY);
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      if (!values.sameAt(slot, other)) {
        changed.set(slot);
      }
    }
    return changed;
  }

  /** The same counts from the same origins; in how many versions it came does not matter. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DayState state && layers.equals(state.layers);
  }

  @Override
  public int hashCode() {
    return layers.hashCode();
  }

  @Override
  public String toString() {
    List<@Nullable Origin> distinct = new ArrayList<>();
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      Origin origin = origin(slot).orElse(null);
      if (origin != null && !distinct.contains(origin)) {
        distinct.add(origin);
      }
    }
    return values + " of " + distinct;
  }
}
