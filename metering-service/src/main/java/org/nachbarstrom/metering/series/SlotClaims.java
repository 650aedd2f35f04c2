package org.nachbarstrom.metering.series;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The latest that was said about each slot of a UTC day by one kind of origin. Which of two values
 * is later does not depend on the order in which they came.
 */
final class SlotClaims {
  private final DayBlock values;
  private final @Nullable Origin[] origins;

  private SlotClaims(DayBlock values, @Nullable Origin[] origins) {
    this.values = values;
    this.origins = origins;
  }

  /** Nothing was said yet. */
  static SlotClaims none(LocalDate day) {
    return new SlotClaims(DayBlock.empty(day), new Origin[QuarterHours.PER_UTC_DAY]);
  }

  /** What holds after a version. */
  SlotClaims after(DayVersion next) {
    BitSet later = later(next.values(), next.origin());
    @Nullable Origin[] all = origins.clone();
    for (int slot = later.nextSetBit(0); slot >= 0; slot = later.nextSetBit(slot + 1)) {
      all[slot] = next.origin();
    }
    return new SlotClaims(
        next.confirms() || later.isEmpty() ? values : overlaid(next.values(), later), all);
  }

  private DayBlock overlaid(DayBlock said, BitSet slots) {
    DayBlock counted = slots.cardinality() == said.held() ? said : said.only(slots);
    return values.held() == 0 ? counted : values.overlaid(counted);
  }

  /** Slots for which it says something later than what was there. */
  BitSet later(DayBlock said, Origin origin) {
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
      if (said.holds(slot) && (current == null || later)) {
        counting.set(slot);
      }
    }
    return counting;
  }

  /** Whether the same energies, qualities and statuses are there in these slots. */
  boolean says(DayBlock said, BitSet slots) {
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      if (!values.sameAt(slot, said) || !values.status(slot).equals(said.status(slot))) {
        return false;
      }
    }
    return true;
  }

  DayBlock values() {
    return values;
  }

  @Nullable Origin origin(int slot) {
    return origins[slot];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SlotClaims claims
        && values.equals(claims.values)
        && Arrays.equals(origins, claims.origins);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + Arrays.hashCode(origins);
  }
}
