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
import org.nachbarstrom.quantities.ValueQuality;

/**
 * What counts for a series on a UTC day, with the origin of each slot: the latest value, whatever
 * the order in which values came.
 *
 * <p>A re-sent value that is the same changes nothing, but its origin is remembered: otherwise a
 * message in between that arrives late would win. What readings told is kept apart from what was
 * delivered: when readings are taken back, what was delivered counts again, be it older.
 */
public final class DayState {
  private final int version;
  private final SlotClaims delivered;
  private final SlotClaims derived;
  private final Set<Origin> heard;
  private final DayBlock values;

  private DayState(int version, SlotClaims delivered, SlotClaims derived, Set<Origin> heard) {
    this.version = version;
    this.delivered = delivered;
    this.derived = derived;
    this.heard = heard;
    values = counting();
  }

  /** The state before anything was received. */
  public static DayState none(LocalDate day) {
    return new DayState(0, SlotClaims.none(day), SlotClaims.none(day), Set.of());
  }

  /** The state after all versions of the day, given in any order. */
  public static DayState of(LocalDate day, Collection<DayVersion> versions) {
    SlotClaims delivered = SlotClaims.none(day);
    SlotClaims derived = delivered;
    int last = 0;
    Set<Origin> heard = new HashSet<>();
    for (DayVersion next :
        versions.stream().sorted(Comparator.comparingInt(DayVersion::number)).toList()) {
      delivered = next.origin().derived() ? delivered : delivered.after(next);
      derived = next.origin().derived() ? derived.after(next) : derived;
      heard.add(next.origin());
      last = next.number();
    }
    return new DayState(last, delivered, derived, heard);
  }

  private DayState after(DayVersion next) {
    Set<Origin> more = new HashSet<>(heard);
    more.add(next.origin());
    return next.origin().derived()
        ? new DayState(next.number(), delivered, derived.after(next), more)
        : new DayState(next.number(), delivered.after(next), derived, more);
  }

  private DayBlock counting() {
    BitSet told = new BitSet(QuarterHours.PER_UTC_DAY);
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      if (derivedCounts(slot)) {
        told.set(slot);
      }
    }
    return told.isEmpty()
        ? delivered.values()
        : delivered.values().overlaid(derived.values().only(told));
  }

  private boolean derivedCounts(int slot) {
    Origin told = derived.origin(slot);
    Origin sent = delivered.origin(slot);
    return told != null
        && (sent == null
            || (derived.values().quality(slot) != ValueQuality.MISSING
                && told.compareTo(sent) > 0));
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
    return derived.values();
  }

  /** Where the value of the slot came from, if it holds one. */
  public Optional<Origin> origin(int slot) {
    return Optional.ofNullable(derivedCounts(slot) ? derived.origin(slot) : delivered.origin(slot));
  }

  /**
   * Adds what was delivered: slot by slot the later origin counts. What does not count is kept,
   * too, unless it is said again.
   *
   * @param said values of the same day
   * @param origin of the delivery
   */
  public DayMerge merge(DayBlock said, Origin origin) {
    SlotClaims claims = origin.derived() ? derived : delivered;
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
    return other instanceof DayState state
        && delivered.equals(state.delivered)
        && derived.equals(state.derived);
  }

  @Override
  public int hashCode() {
    return 31 * delivered.hashCode() + derived.hashCode();
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
