package org.nachbarstrom.metering.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts for a series on a UTC day, with the origin of each slot.
 *
 * <p>A re-sent value that is the same makes no new version, but its origin is remembered: otherwise
 * a message in between that arrives late would win.
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

  /**
   * A stored state.
   *
   * @param version number of the day block, from 1
   * @param values what the version holds
   * @param origins distinct origins
   * @param originOf per slot the index of its origin, or −1 if it holds nothing
   */
  public static DayState of(int version, DayBlock values, List<Origin> origins, short[] originOf) {
    @Nullable Origin[] perSlot = new Origin[QuarterHours.PER_UTC_DAY];
    for (int slot = 0; slot < perSlot.length; slot++) {
      perSlot[slot] = originOf[slot] < 0 ? null : origins.get(originOf[slot]);
    }
    return new DayState(version, values, perSlot);
  }

  /** Number of the version whose values count; 0 before anything was received. */
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

  /** The distinct origins, in the order of their first slot. */
  public List<Origin> origins() {
    List<Origin> distinct = new ArrayList<>();
    for (Origin origin : origins) {
      if (origin != null && !distinct.contains(origin)) {
        distinct.add(origin);
      }
    }
    return distinct;
  }

  /** Per slot the index in {@link #origins()}, or −1 if it holds nothing. */
  public short[] originOf() {
    List<Origin> distinct = origins();
    short[] indexes = new short[origins.length];
    for (int slot = 0; slot < indexes.length; slot++) {
      Origin origin = origins[slot];
      indexes[slot] = origin == null ? -1 : (short) distinct.indexOf(origin);
    }
    return indexes;
  }

  /**
   * Adds what was delivered: slot by slot the later origin counts.
   *
   * @param delivered values of the same day
   * @param origin of the delivery
   */
  public DayMerge merge(DayBlock delivered, Origin origin) {
    long[] energies = values.energies();
    var qualities = values.qualities();
    List<ValueStatus> statuses = statuses();
    @Nullable Origin[] merged = origins.clone();
    boolean newStatuses = false;
    int firstChanged = -1;
    int lastChanged = -1;
    for (int slot = 0; slot < merged.length; slot++) {
      Origin current = merged[slot];
      boolean counts = delivered.holds(slot) && (current == null || origin.compareTo(current) > 0);
      if (counts) {
        merged[slot] = origin;
        newStatuses |= !delivered.status(slot).equals(statuses.set(slot, delivered.status(slot)));
        if (!values.sameAt(slot, delivered)) {
          energies[slot] = delivered.energy(slot);
          qualities[slot] = delivered.quality(slot);
          firstChanged = firstChanged < 0 ? slot : firstChanged;
          lastChanged = slot;
        }
      }
    }
    boolean newOrigins = !Arrays.equals(merged, origins);
    boolean newVersion = firstChanged >= 0 || newStatuses;
    DayBlock block =
        newVersion ? DayBlock.of(values.day(), energies, qualities).withStatuses(statuses) : values;
    DayState next = new DayState(newVersion ? version + 1 : version, block, merged);
    return new DayMerge(next, newOrigins, newVersion, firstChanged, lastChanged);
  }

  private List<ValueStatus> statuses() {
    List<ValueStatus> statuses = new ArrayList<>(QuarterHours.PER_UTC_DAY);
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      statuses.add(values.status(slot));
    }
    return statuses;
  }
}
