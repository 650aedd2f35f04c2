package org.nachbarstrom.metering.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * The values of one series on one UTC day: 96 slots, each of which holds an energy of at least 0 in
 * 10⁻⁶ kWh with its quality and what else was said about it, or nothing. Immutable.
 */
public final class DayBlock {
  private static final ValueStatus[] NO_STATUSES = {};

  private final LocalDate day;
  private final long[] energies;
  private final @Nullable ValueQuality[] qualities;

  /** 96 statuses, or none at all if nothing was said about any value. */
  private final ValueStatus[] statuses;

  private DayBlock(
      LocalDate day, long[] energies, @Nullable ValueQuality[] qualities, ValueStatus[] statuses) {
    this.day = day;
    this.energies = energies;
    this.qualities = qualities;
    this.statuses = statuses;
  }

  /** A day without any value. */
  public static DayBlock empty(LocalDate day) {
    return new DayBlock(
        day,
        new long[QuarterHours.PER_UTC_DAY],
        new ValueQuality[QuarterHours.PER_UTC_DAY],
        NO_STATUSES);
  }

  /**
   * A day with values.
   *
   * @param day UTC day
   * @param energies 96 energies in 10⁻⁶ kWh; 0 where there is no quality
   * @param qualities 96 qualities; null where the slot holds nothing
   * @throws IllegalArgumentException if there are not 96 slots or an energy is negative
   */
  public static DayBlock of(LocalDate day, long[] energies, @Nullable ValueQuality[] qualities) {
    if (energies.length != QuarterHours.PER_UTC_DAY
        || qualities.length != QuarterHours.PER_UTC_DAY) {
      throw new IllegalArgumentException("a day block has 96 slots");
    }
    for (int slot = 0; slot < energies.length; slot++) {
      if (energies[slot] < 0 || (qualities[slot] == null && energies[slot] != 0)) {
        throw new IllegalArgumentException("slot " + slot + " holds " + energies[slot]);
      }
    }
    return new DayBlock(day, energies.clone(), qualities.clone(), NO_STATUSES);
  }

  /**
   * The same values with what else was said about them.
   *
   * @param statuses 96 of them, {@link ValueStatus#NONE} where nothing was said
   * @throws IllegalArgumentException if there are not 96, or there is one where no value is
   */
  public DayBlock withStatuses(List<ValueStatus> statuses) {
    if (statuses.size() != QuarterHours.PER_UTC_DAY) {
      throw new IllegalArgumentException("a day block has 96 slots");
    }
    boolean any = false;
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      if (!statuses.get(slot).equals(ValueStatus.NONE)) {
        any = true;
        if (!holds(slot)) {
          throw new IllegalArgumentException("slot " + slot + " has a status but no value");
        }
      }
    }
    return new DayBlock(
        day, energies, qualities, any ? statuses.toArray(ValueStatus[]::new) : NO_STATUSES);
  }

  /** The UTC day. */
  public LocalDate day() {
    return day;
  }

  /** Whether the slot holds a value, of whatever quality. */
  public boolean holds(int slot) {
    return qualities[slot] != null;
  }

  /** Energy of the slot in 10⁻⁶ kWh; 0 if it holds nothing. */
  public long energy(int slot) {
    return energies[slot];
  }

  /** Quality of the slot; missing if it holds nothing. */
  public ValueQuality quality(int slot) {
    ValueQuality quality = qualities[slot];
    return quality == null ? ValueQuality.MISSING : quality;
  }

  /** What else was said about the value of the slot. */
  public ValueStatus status(int slot) {
    return statuses.length == 0 ? ValueStatus.NONE : statuses[slot];
  }

  /** Whether anything else was said about any value. */
  public boolean anyStatus() {
    return statuses.length > 0;
  }

  /** How many slots hold a value. */
  public int held() {
    int held = 0;
    for (ValueQuality quality : qualities) {
      held += quality == null ? 0 : 1;
    }
    return held;
  }

  /** What it holds in these slots, and nothing in the others. */
  DayBlock only(BitSet slots) {
    long[] fewer = new long[energies.length];
    @Nullable ValueQuality[] some = new ValueQuality[energies.length];
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      fewer[slot] = energies[slot];
      some[slot] = qualities[slot];
    }
    List<ValueStatus> said = new ArrayList<>(energies.length);
    for (int slot = 0; slot < energies.length; slot++) {
      said.add(slots.get(slot) ? status(slot) : ValueStatus.NONE);
    }
    return new DayBlock(day, fewer, some, NO_STATUSES).withStatuses(said);
  }

  /** What the other holds, and where it holds nothing what this one does. */
  DayBlock overlaid(DayBlock other) {
    long[] merged = energies.clone();
    @Nullable ValueQuality[] all = qualities.clone();
    List<ValueStatus> said = new ArrayList<>(energies.length);
    for (int slot = 0; slot < merged.length; slot++) {
      if (other.holds(slot)) {
        merged[slot] = other.energies[slot];
        all[slot] = other.qualities[slot];
      }
      said.add(other.holds(slot) ? other.status(slot) : status(slot));
    }
    return new DayBlock(day, merged, all, NO_STATUSES).withStatuses(said);
  }

  /** Whether both hold the same energy and quality in the slot. */
  boolean sameAt(int slot, DayBlock other) {
    return qualities[slot] == other.qualities[slot] && energies[slot] == other.energies[slot];
  }

  /** A copy of the energies, 96 of them. */
  public long[] energies() {
    return energies.clone();
  }

  /** A copy of the qualities, 96 of them, null where the slot holds nothing. */
  public @Nullable ValueQuality[] qualities() {
    return qualities.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DayBlock block
        && day.equals(block.day)
        && Arrays.equals(energies, block.energies)
        && Arrays.equals(qualities, block.qualities)
        && Arrays.equals(statuses, block.statuses);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * day.hashCode() + Arrays.hashCode(energies)) + Arrays.hashCode(qualities);
  }

  @Override
  public String toString() {
    return day
        + " "
        + Arrays.toString(energies)
        + " "
        + Arrays.toString(qualities)
        + Arrays.toString(statuses);
  }
}
