package org.nachbarstrom.metering.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts for a series on a UTC day, with the origin of each slot.
 *
 * <p>A re-sent value that is the same changes nothing, but its origin is remembered: otherwise a
 * message in between that arrives late would win.
 */
public final class DayState {
  private final int version;
  private final DayBlock values;
  private final @Nullable Origin[] origins;

  private DayState(int version, DayBlock values, @Nullable Origin[] origins) {
    this.version = version;
    this.values = values;
    this.origins = origins;
  }

  /** The state before anything was received. */
  public static DayState none(LocalDate day) {
    return new DayState(0, DayBlock.empty(day), new Origin[QuarterHours.PER_UTC_DAY]);
  }

  /** The state after all versions of the day, given in any order. */
  public static DayState of(LocalDate day, Collection<DayVersion> versions) {
    DayState state = none(day);
    for (DayVersion next :
        versions.stream().sorted(Comparator.comparingInt(DayVersion::number)).toList()) {
      state = state.after(next);
    }
    return state;
  }

  private DayState after(DayVersion next) {
    @Nullable Origin[] later = origins.clone();
    for (int slot = 0; slot < later.length; slot++) {
      if (next.counted().holds(slot)) {
        later[slot] = next.origin();
      }
    }
    DayBlock block = next.confirms() ? values : overlaid(next.counted());
    return new DayState(next.number(), block, later);
  }

  private DayBlock overlaid(DayBlock counted) {
    return version == 0 ? counted : values.overlaid(counted);
  }

  /** Number of the last version; 0 before anything was received. */
  public int version() {
    return version;
  }

  /** The values that count. */
  public DayBlock values() {
    return values;
  }

  /** Where the value of the slot came from, if it holds one. */
  public Optional<Origin> origin(int slot) {
    return Optional.ofNullable(origins[slot]);
  }

  /**
   * Adds what was delivered: slot by slot the later origin counts.
   *
   * @param delivered values of the same day
   * @param origin of the delivery
   */
  public DayMerge merge(DayBlock delivered, Origin origin) {
    BitSet counting = counting(delivered, origin);
    if (counting.isEmpty()) {
      return new DayMerge(this, Optional.empty(), -1, -1);
    }
    DayBlock counted =
        counting.cardinality() == delivered.held() ? delivered : delivered.only(counting);
    int first = -1;
    int last = -1;
    boolean newStatus = false;
    for (int slot = counting.nextSetBit(0); slot >= 0; slot = counting.nextSetBit(slot + 1)) {
      newStatus |= !values.status(slot).equals(counted.status(slot));
      if (!values.sameAt(slot, counted)) {
        first = first < 0 ? slot : first;
        last = slot;
      }
    }
    DayVersion next = new DayVersion(version + 1, origin, counted, first < 0 && !newStatus);
    return new DayMerge(after(next), Optional.of(next), first, last);
  }

  private BitSet counting(DayBlock delivered, Origin origin) {
    BitSet counting = new BitSet(origins.length);
    @Nullable Origin compared = null;
    boolean later = true;
    for (int slot = 0; slot < origins.length; slot++) {
      Origin current = origins[slot];
      // Most slots of a day have the same origin, which needs to be compared once only.
      if (current != null && !current.equals(compared)) {
        compared = current;
        later = origin.compareTo(current) > 0;
      }
      counting.set(slot, delivered.holds(slot) && (current == null || later));
    }
    return counting;
  }

  /** The same counts from the same origins; in how many versions it came does not matter. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DayState state
        && values.equals(state.values)
        && Arrays.equals(origins, state.origins);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + Arrays.hashCode(origins);
  }

  @Override
  public String toString() {
    List<String> distinct = new ArrayList<>();
    for (Origin origin : origins) {
      if (origin != null && !distinct.contains(origin.toString())) {
        distinct.add(origin.toString());
      }
    }
    return values + " of " + distinct;
  }
}
